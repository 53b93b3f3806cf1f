import { describe, expect, test } from 'vitest';
import { hasControls, readContentLine, writeParameters } from './content-line.js';
import { IcalendarError } from './icalendar-error.js';

describe('a content line', () => {
  test('name, parameters and value', () => {
    expect(readContentLine('Attendee;PARTSTAT=ACCEPTED;Cn="Bert, B":mailto:bert@example.com')).toEqual({
      name: 'attendee',
      parameters: { partstat: 'ACCEPTED', cn: 'Bert, B' },
      value: 'mailto:bert@example.com',
    });
  });

  test('without parameters: a semicolon, an equals sign and a quote in the value mean nothing', () => {
    expect(readContentLine('RRULE:FREQ=DAILY;COUNT=3')).toEqual({
      name: 'rrule',
      parameters: {},
      value: 'FREQ=DAILY;COUNT=3',
    });
    expect(readContentLine('SUMMARY:say "x;y:z"').value).toBe('say "x;y:z"');
    expect(readContentLine('SUMMARY:').value).toBe('');
  });

  test('names of vendors with an underscore', () => {
    expect(readContentLine('X-LOTUS-CHILD_UID:1').name).toBe('x-lotus-child_uid');
  });

  test('a name that objects have by nature', () => {
    const { name, parameters } = readContentLine('CONSTRUCTOR;CONSTRUCTOR=1;TOSTRING=2:3');
    expect([name, Object.entries(parameters)]).toEqual([
      'constructor',
      [
        ['constructor', '1'],
        ['tostring', '2'],
      ],
    ]);
  });
});

function parametersIn(text: string): unknown {
  return readContentLine(`X;${text}:v`).parameters;
}

describe('parameters', () => {
  test.each([
    ['an empty value', 'X-A=', { 'x-a': '' }],
    ['an empty quoted value', 'X-A=""', { 'x-a': '' }],
    ['an equals sign in the value', 'X-A=b=c', { 'x-a': 'b=c' }],
    ['spaces around the value', 'X-A= b ', { 'x-a': ' b ' }],
    ['colon, semicolon and comma in quotes', 'X-A="a:b;c,d"', { 'x-a': 'a:b;c,d' }],
    ['a quote within a plain value', 'CN=Bert "B" B', { cn: 'Bert "B" B' }],
    ['a list', 'X-A=1,2', { 'x-a': ['1', '2'] }],
    ['a list of quoted values', 'X-A="1,2","3:4";X-B=5', { 'x-a': ['1,2', '3:4'], 'x-b': '5' }],
    ['a list of both kinds', 'X-A=1,"2",', { 'x-a': ['1', '2', ''] }],
    ['a comma that should have been quoted', 'CN=Smith, Bert', { cn: 'Smith, Bert' }],
    ['one address', 'DELEGATED-TO="mailto:c@example.com"', { 'delegated-to': 'mailto:c@example.com' }],
    [
      'short addresses',
      'DELEGATED-TO="mailto:a@b","mailto:c@d","mailto:e@f"',
      { 'delegated-to': ['mailto:a@b', 'mailto:c@d', 'mailto:e@f'] },
    ],
    ['a list given in two parameters', 'X-A=1;X-A=2', { 'x-a': ['1', '2'] }],
    ['a single value given twice: the last', 'CN=Bert;CN=Carla', { cn: 'Carla' }],
    ['a backslash, which means nothing here (section 3.1)', 'CN=C:\\new', { cn: 'C' }],
  ])('%s', (_what, text, expected) => {
    expect(parametersIn(text)).toEqual(expected);
  });

  test('a backslash in quotes stays', () => {
    expect(parametersIn('CN="a\\nb\\,c"')).toEqual({ cn: 'a\\nb\\,c' });
  });

  test('quote, line break and caret as RFC 6868 writes them', () => {
    expect(parametersIn("CN=the ^'boss^'^na^^b^x")).toEqual({ cn: 'the "boss"\na^b^x' });
  });

  test('100 of them are taken, 101 not', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `X-${index}=1`).join(';');
    expect(Object.keys(readContentLine(`X;${many(100)}:v`).parameters)).toHaveLength(100);
    expect(() => readContentLine(`X;${many(101)}:v`)).toThrow(
      /^not iCalendar: more than 100 parameters in "X;/,
    );
  });
});

describe('what is no content line', () => {
  test.each([
    ['', 'a line that begins with no name'],
    [':x', 'a line that begins with no name'],
    ['<html>', 'a line that begins with no name'],
    ['__proto__:x', 'a line that begins with no name'],
    ['no property', 'no ":" after name and parameters'],
    ['SUMMARY', 'no ":" after name and parameters'],
    ['X;A=1', 'no ":" after name and parameters'],
    ['X;A="1"', 'no ":" after name and parameters'],
    ['X;:v', 'a parameter without name'],
    ['X;=1:v', 'a parameter without name'],
    ['X;__proto__=1:v', 'a parameter without name'],
    ['ATTENDEE;RSVP:v', 'a parameter without value'],
    ['X;A="1:v', 'a quote that is not closed'],
    ['X;A="1"2:v', 'text behind a closed quote'],
    ['X:a\0b', 'a control character'],
    ['X:a\rb', 'a control character'],
  ])('%j: %s', (line, what) => {
    expect(() => readContentLine(line)).toThrow(IcalendarError);
    expect(() => readContentLine(line)).toThrow(`not iCalendar: ${what} in "`);
  });
});

test('control characters: all but the tab; those above ASCII are text', () => {
  expect(['\0', '\b', '\n', '\r', '\x1b', '\x7f'].map(hasControls)).toEqual(Array(6).fill(true));
  expect(['', '\t', ' ', 'ü', '\u0085', '😀'].map(hasControls)).toEqual(Array(6).fill(false));
});

describe('parameters written', () => {
  test.each([
    [{}, ''],
    [{ partstat: 'ACCEPTED', rsvp: 'TRUE' }, ';PARTSTAT=ACCEPTED;RSVP=TRUE'],
    [{ cn: 'Bert, B' }, ';CN="Bert, B"'],
    [{ cn: 'a;b' }, ';CN="a;b"'],
    [{ cn: 'a:b' }, ';CN="a:b"'],
    [{ cn: 'a "b"\nc^' }, ";CN=a ^'b^'^nc^^"],
    [{ cn: 'a\r\nb\rc' }, ';CN=a^nb^nc'],
    [{ 'x-a': ['1', '2,3'] }, ';X-A=1,"2,3"'],
    [{ member: ['mailto:a@b', 'mailto:c@d'] }, ';MEMBER="mailto:a@b","mailto:c@d"'],
    [{ 'delegated-to': 'bert' }, ';DELEGATED-TO="bert"'],
    [{ 'sent-by': 'mailto:sven@example.com' }, ';SENT-BY="mailto:sven@example.com"'],
  ])('%j', (parameters, text) => {
    expect(writeParameters(parameters)).toBe(text);
    expect(writeParameters(readContentLine(`X${text}:v`).parameters)).toBe(text);
  });
});

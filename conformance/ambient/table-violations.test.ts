import { describe, expect, it, test } from 'vitest';
import type { RestrictionTable, TableRow } from '../../requirements/restriction-table.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { tableViolations } from './table-violations.js';

/** What a table with these rows of one component finds in a VCALENDAR with these lines, as `expected, found actual`. */
function violations(component: string, rows: readonly TableRow[], ...lines: readonly string[]): string[] {
  const table: RestrictionTable = {
    requirement: '2446/1/table',
    method: undefined,
    component,
    parts: new Map([[component, rows]]),
  };
  const calendar = parseCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
  return tableViolations(calendar, table).map(({ expected, actual }) => `${expected}, found ${actual}`);
}

const event = (...lines: readonly string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const times = (count: number, line: string): string[] => Array<string>(count).fill(line);
const inEvent = (rows: readonly TableRow[], ...lines: readonly string[]): string[] =>
  violations('VEVENT', rows, ...event(...lines));

describe('presence', () => {
  test.each<[TableRow['presence'], number, string | undefined]>([
    ['1', 0, 'exactly one COMMENT in VEVENT, found none'],
    ['1', 1, undefined],
    ['1', 2, 'exactly one COMMENT in VEVENT, found 2'],
    ['1+', 0, 'at least one COMMENT in VEVENT, found none'],
    ['1+', 3, undefined],
    ['0', 0, undefined],
    ['0', 1, 'no COMMENT in VEVENT, found 1'],
    ['0+', 0, undefined],
    ['0+', 3, undefined],
    ['0 or 1', 0, undefined],
    ['0 or 1', 1, undefined],
    ['0 or 1', 2, 'at most one COMMENT in VEVENT, found 2'],
  ])('%s of which there are %i', (presence, count, found) => {
    const lines = times(count, 'COMMENT:so');
    expect(inEvent([{ name: 'COMMENT', presence }], ...lines)).toEqual(found === undefined ? [] : [found]);
  });

  it('counts components like properties', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'END:VALARM'];
    const none: TableRow[] = [{ name: 'VALARM', presence: '0' }];
    expect(inEvent(none, ...alarm)).toEqual(['no VALARM in VEVENT, found 1']);
    expect(violations('VCALENDAR', [{ name: 'VEVENT', presence: '1+' }])).toEqual([
      'at least one VEVENT in VCALENDAR, found none',
    ]);
  });

  it('is judged in every component of that name, however deep, and in no other', () => {
    const uid: TableRow[] = [{ name: 'UID', presence: '1' }];
    expect(violations('VEVENT', uid, ...event('UID:1'), ...event(), ...event())).toHaveLength(2);
    expect(violations('VEVENT', uid, 'BEGIN:VTODO', 'END:VTODO')).toEqual([]);
    const alarm = event('UID:1', 'BEGIN:VALARM', 'END:VALARM');
    expect(violations('VALARM', uid, ...alarm)).toEqual(['exactly one UID in VALARM, found none']);
  });

  it('does not restrict what the table leaves out', () => {
    expect(inEvent([{ name: 'UID', presence: '1' }], 'UID:1', 'X-MINE:1', 'COLOR:red')).toEqual([]);
  });
});

describe('the one ATTENDEE of a REPLY', () => {
  const one: TableRow[] = [{ name: 'ATTENDEE', presence: '1' }];
  const bert = 'ATTENDEE:mailto:bert@example.com';
  const delegate = 'ATTENDEE;DELEGATED-FROM="mailto:bert@example.com":mailto:carla@example.com';
  const delegator = 'ATTENDEE;DELEGATED-TO="mailto:carla@example.com":mailto:bert@example.com';

  test.each<[string, string[]]>([
    ['who delegates', [delegator, 'ATTENDEE:mailto:carla@example.com']],
    ['who is a delegate', [bert, delegate]],
    ['who delegates to two', [delegator, delegate, delegate.replace('carla', 'dora')]],
  ])('may stand beside the other side of a delegation: %s', (_what, lines) => {
    expect(inEvent(one, ...lines)).toEqual([]);
  });

  it('is one otherwise', () => {
    expect(inEvent(one, bert, bert)).toEqual(['exactly one ATTENDEE in VEVENT, found 2']);
    expect(inEvent(one, bert, bert, delegate)).toEqual(['exactly one ATTENDEE in VEVENT, found 3']);
    const other: TableRow[] = [{ name: 'ATTENDEE', presence: '0' }];
    expect(inEvent(other, delegator, delegate)).toEqual(['no ATTENDEE in VEVENT, found 2']);
  });
});

describe('properties that depend on each other', () => {
  const excluding: TableRow[] = [{ name: 'DTEND', presence: '0 or 1', excludes: 'DURATION' }];
  const needing: TableRow[] = [{ name: 'REPEAT', presence: '0 or 1', needs: 'DURATION' }];
  const either: TableRow[] = [{ name: 'STANDARD', presence: '0+', orElse: 'DAYLIGHT' }];
  const zone = (...lines: string[]): string[] => ['BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE'];
  const daylight = ['BEGIN:DAYLIGHT', 'END:DAYLIGHT'];

  it('exclude each other', () => {
    const [end, duration] = ['DTEND:20300304T110000Z', 'DURATION:PT1H'];
    expect(inEvent(excluding, end, duration)).toEqual(['DTEND without DURATION, found both']);
    expect(inEvent(excluding, end)).toEqual([]);
    expect(inEvent(excluding, duration)).toEqual([]);
  });

  it('need each other', () => {
    expect(inEvent(needing, 'REPEAT:2')).toEqual(['REPEAT together with DURATION, found REPEAT alone']);
    expect(inEvent(needing, 'REPEAT:2', 'DURATION:PT5M')).toEqual([]);
    expect(inEvent(needing, 'DURATION:PT5M')).toEqual([]);
  });

  it('stand in for each other', () => {
    expect(violations('VTIMEZONE', either, ...zone())).toEqual([
      'at least one STANDARD or DAYLIGHT in VTIMEZONE, found neither',
    ]);
    expect(violations('VTIMEZONE', either, ...zone(...daylight))).toEqual([]);
    expect(violations('VTIMEZONE', either, ...zone('BEGIN:STANDARD', 'END:STANDARD'))).toEqual([]);
  });
});

describe('values', () => {
  const method: TableRow[] = [{ name: 'METHOD', presence: '1', values: ['REPLY', 'REFRESH'] }];
  const local: TableRow[] = [{ name: 'DTSTART', presence: '1', localTime: true }];

  test.each<[string, string[]]>([
    ['METHOD:REPLY', []],
    ['METHOD:reply', []],
    ['METHOD:REQUEST', ['METHOD REPLY or REFRESH, found METHOD REQUEST']],
  ])('%s', (line, found) => {
    expect(violations('VCALENDAR', method, line)).toEqual(found);
  });

  test.each<[string, string[]]>([
    ['DTSTART:19961027T030000', []],
    [
      'DTSTART:19961027T030000Z',
      ['DTSTART of VEVENT as a local time without zone, found 1996-10-27T03:00:00Z'],
    ],
    [
      'DTSTART;TZID=Europe/Berlin:19961027T030000',
      ['DTSTART of VEVENT as a local time without zone, found 1996-10-27T03:00:00'],
    ],
  ])('%s', (line, found) => {
    expect(inEvent(local, line)).toEqual(found);
  });
});

describe('one UID for all events', () => {
  const same: TableRow[] = [{ name: 'VEVENT', presence: '1+', sameUid: true }];

  it.each<[string, string[], string[]]>([
    ['they have one', [...event('UID:1'), ...event('UID:1')], []],
    ['they have two', [...event('UID:1'), ...event('UID:2')], ['one UID for all VEVENTs, found 1, 2']],
    ['one has none', [...event('UID:1'), ...event()], ['one UID for all VEVENTs, found 1, (none)']],
    ['a to-do has another', [...event('UID:1'), 'BEGIN:VTODO', 'UID:2', 'END:VTODO'], []],
  ])('%s', (_what, lines, found) => {
    expect(violations('VCALENDAR', same, ...lines)).toEqual(found);
  });

  it('is asked only of tables that ask for it', () => {
    const any: TableRow[] = [{ name: 'VEVENT', presence: '1+' }];
    expect(violations('VCALENDAR', any, ...event('UID:1'), ...event('UID:2'))).toEqual([]);
  });
});

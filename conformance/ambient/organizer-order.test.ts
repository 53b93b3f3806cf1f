import { describe, expect, it, test } from 'vitest';
import type { Sample } from '../../simulator/testing/sample-event.js';
import { CAST, read, sent, sentText, type Way } from '../testing/sample-message.js';
import type { ReadMessage } from './finding.js';
import { checkOrganizerOrder, DTSTAMP_NEVER_FALLS, SEQUENCE_NEVER_FALLS } from './organizer-order.js';

/** Revision `SEQUENCE@MINUTE`, the DTSTAMP being so many minutes after nine; without minute no DTSTAMP. */
function revision(words: string, way: Way = {}, sample: Sample = {}): ReadMessage {
  const [sequence, minute] = words.split('@');
  const dtstamp = `2030-01-07T09:${(minute ?? '').padStart(2, '0')}:00Z`.replace(/[-:]/g, '');
  const message = sent({ dtstamp, sequence: Number(sequence), ...sample }, way);
  if (minute !== undefined) return message;
  return read(sentText(message.observed.data.replace(/DTSTAMP.*\r\n/, ''), way));
}

/** Findings in short: `S` for SEQUENCE, `D` for DTSTAMP, with `!` where it is broken. */
function found(messages: readonly ReadMessage[]): string {
  const letters: Readonly<Record<string, string>> = {
    [SEQUENCE_NEVER_FALLS]: 'S',
    [DTSTAMP_NEVER_FALLS]: 'D',
  };
  return checkOrganizerOrder(messages, CAST)
    .map(({ requirement, ok }) => `${letters[requirement]}${ok ? '' : '!'}`)
    .join(' ');
}

const network = (...words: readonly string[]): string => found(words.map((each) => revision(each)));
const inbox = (...words: readonly string[]): string =>
  found(words.map((each) => revision(each, { channel: 'inbox' })));

describe('over the network, in the order of sending', () => {
  test.each<[string, string[], string]>([
    ['both rise', ['0@0', '1@1'], 'S D'],
    ['both stay', ['1@1', '1@1'], 'S D'],
    ['SEQUENCE is compared as a number', ['9@0', '10@1'], 'S D'],
    ['SEQUENCE falls', ['1@0', '0@1'], 'S! D'],
    ['DTSTAMP falls', ['0@1', '1@0'], 'S D!'],
    ['both fall', ['1@1', '0@0'], 'S! D!'],
    ['one falls behind the last but one', ['0@0', '2@1', '1@2'], 'S D S D S! D'],
    ['a DTSTAMP is missing', ['0', '1@1'], 'S D'],
    ['the later DTSTAMP is missing', ['0@0', '1'], 'S D'],
  ])('%s', (_what, words, findings) => {
    expect(network(...words)).toBe(findings);
  });
});

describe('in an Inbox, where messages change places', () => {
  test.each<[string, string[], string]>([
    ['both rise', ['0@0', '1@1'], 'S D'],
    ['both rise, seen the other way round', ['1@1', '0@0'], 'S D'],
    ['they are equal', ['1@1', '1@1'], 'S D'],
    ['DTSTAMP and the order in which they were seen speak against SEQUENCE', ['1@0', '0@1'], 'S! D'],
    ['SEQUENCE and the order in which they were seen speak against DTSTAMP', ['0@1', '1@0'], 'S D!'],
    ['nobody knows by the same second', ['1@0', '0@0'], 'D'],
    ['nobody knows by the same SEQUENCE', ['0@1', '0@0'], 'S'],
    ['nobody knows without DTSTAMP', ['1', '0'], 'D'],
  ])('%s', (_what, words, findings) => {
    expect(inbox(...words)).toBe(findings);
  });
});

it('tells what was expected and which message decides', () => {
  const [first, second] = [revision('1@0'), revision('0@1')];
  expect(checkOrganizerOrder([first, second], CAST)[0]).toEqual({
    ...{ requirement: SEQUENCE_NEVER_FALLS, ok: false },
    reason: 'the Organizer had sent a newer revision to the same recipient before',
    ...{ expected: 'SEQUENCE of at least 1', actual: 'SEQUENCE 0', message: second.observed.data },
  });
});

it('blames in an Inbox the one that was seen later', () => {
  const [one, other] = ['1@0', '0@1'].map((each) => revision(each, { channel: 'inbox' })) as [
    ReadMessage,
    ReadMessage,
  ];
  const blamed = (messages: readonly ReadMessage[]) =>
    checkOrganizerOrder(messages, CAST)
      .filter(({ ok }) => !ok)
      .map(({ expected, actual, message }) => [expected, actual, message]);
  expect(blamed([one, other])).toEqual([['SEQUENCE of at least 1', 'SEQUENCE 0', other.observed.data]]);
  expect(blamed([other, one])).toEqual([
    ['DTSTAMP of at least 2030-01-07T09:01:00Z', 'DTSTAMP 2030-01-07T09:00:00Z', one.observed.data],
  ]);
});

it('compares a CANCEL with the REQUEST before it', () => {
  expect(found([revision('1@0'), revision('0@1', {}, { method: 'CANCEL' })])).toBe('S! D');
});

it('counts what somebody sends in the name of the Organizer', () => {
  const text = revision('0@1').observed.data;
  const secretary = 'ORGANIZER;SENT-BY="mailto:bert@example.com":';
  const behalf = sentText(text.replace('ORGANIZER:', secretary), { originator: 'mailto:bert@example.com' });
  expect(found([revision('1@0'), read(behalf)])).toBe('S! D');
});

it('takes another address of the recipient for the same person', () => {
  expect(found([revision('1@0'), revision('0@1', { recipient: 'mailto:b.brecht@example.org' })])).toBe(
    'S! D',
  );
});

it('takes an event without SEQUENCE for revision 0', () => {
  const bare = revision('0@1').observed.data.replace(/SEQUENCE.*\r\n/, '');
  expect(found([revision('1@0'), read(sentText(bare))])).toBe('S! D');
});

describe('does not compare', () => {
  const instance = (day: string): Sample => ({ lines: [`RECURRENCE-ID:203003${day}T100000Z`] });

  test.each<[string, ReadMessage]>([
    ['different recipients', revision('0@0', { recipient: 'mailto:anna@example.com' })],
    ['different channels', revision('0@0', { channel: 'mail' })],
    ['different events', revision('0@0', {}, { uid: 'another@example.com' })],
    ['an instance with the whole', revision('0@0', {}, instance('05'))],
    ['a REPLY', revision('0@0', {}, { method: 'REPLY' })],
    ['what somebody else sends on', revision('0@0', { originator: 'mailto:bert@example.com' })],
  ])('%s', (_what, other) => {
    expect(found([revision('1@1'), other])).toBe('');
  });

  it('different instances', () => {
    expect(found([revision('1@1', {}, instance('05')), revision('0@0', {}, instance('06'))])).toBe('');
    expect(found([revision('1@1', {}, instance('05')), revision('0@0', {}, instance('05'))])).toBe('S! D!');
  });

  it('a single message, nor what has no ORGANIZER', () => {
    const bare = revision('0@0').observed.data.replace(/ORGANIZER.*\r\n/, '');
    expect(found([revision('1@1')])).toBe('');
    expect(found([revision('1@1'), read(sentText(bare))])).toBe('');
  });
});

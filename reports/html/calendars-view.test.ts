import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { meetingCopy, meetingMessage, seenReply } from '../testing/sample-report.js';
import { calendarsView } from './calendars-view.js';

const shown = (events: readonly ExchangeEvent[], deciding: readonly number[] = []): string =>
  String(
    calendarsView(events, new Map(deciding.map((index) => [index, 'judged'] as const))) ?? '',
  ).replaceAll('&#39;', "'");
const rowsIn = (text: string): string[] =>
  [...text.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
  );
const look = (from: string, detail?: string): ExchangeEvent => {
  return { kind: 'observed', at: 0, from, text: 'seen', ...(detail === undefined ? {} : { detail }) };
};
const message = (id: string, method: string, sequence: number): ExchangeEvent[] => [
  {
    ...{ kind: 'composed', at: 0, from: 'anna', to: 'bert', text: method, messageId: id },
    detail: meetingMessage(method, sequence, 'NEEDS-ACTION'),
  },
  { kind: 'delivered', at: 0, to: 'bert', text: `${method} ignored`, messageId: id },
];

describe('calendars before and after', () => {
  test('tell what has changed between the last two looks', () => {
    const text = shown(seenReply());
    expect(text).toContain("Anna's calendar");
    const rows = rowsIn(text).map((row) => row.trim());
    expect(rows).toEqual([
      'where before after',
      'VEVENT ATTENDEE mailto:erik@example.com PARTSTAT NEEDS-ACTION ACCEPTED',
    ]);
  });

  test('tell how a calendar differs from the message that did not change it', () => {
    const text = shown([look('bert', meetingCopy(0, 'ACCEPTED')), ...message('c', 'REQUEST', 1)]);
    expect(text).toContain("Bert's calendar: not changed by REQUEST #1");
    expect(rowsIn(text).join('\n')).toMatch(/in the REQUEST #1.*in the calendar.*VEVENT SEQUENCE +1 +0/s);
    expect(text).not.toContain('METHOD');
  });

  test('do not set a calendar against a REPLY, which is about one Attendee only', () => {
    const text = shown([look('bert', meetingCopy(0, 'ACCEPTED')), ...message('c', 'REPLY', 0)]);
    expect(text).toContain("Bert's calendar: not changed by REPLY #1");
    expect(text).not.toContain('<table');
  });

  test('tell what was seen once only, and what is gone', () => {
    expect(shown([look('bert', meetingCopy(0, 'ACCEPTED'))])).toContain('No change was seen at Bert.');
    expect(shown([look('bert', meetingCopy(0, 'ACCEPTED')), look('bert')])).toContain('the event is gone');
  });

  test('have the one first that the verdict hangs on', () => {
    const [gone, other] = [look('anna'), look('bert')];
    const events = [
      look('anna', meetingCopy(0, 'ACCEPTED')),
      look('bert', meetingCopy(0, 'ACCEPTED')),
      gone,
      other,
    ];
    const orderOf = (text: string): (string | undefined)[] =>
      [...text.matchAll(/<b>(\w+)'s calendar/g)].map(([, id]) => id);
    expect(orderOf(shown(events))).toEqual(['Anna', 'Bert']);
    expect(orderOf(shown(events, [1]))).toEqual(['Bert', 'Anna']);
  });

  test('are not there where nobody looked', () => {
    expect(shown(message('c', 'REQUEST', 1))).toBe('');
  });
});

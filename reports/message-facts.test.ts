import { describe, expect, test } from 'vitest';
import { factsIn, uidIn } from './message-facts.js';

const message = (method: string, ...lines: readonly string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:a@example.com'],
    ...[...lines, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

describe('factsIn', () => {
  test('tells the revision, which is 0 where none stands', () => {
    expect(factsIn(message('REQUEST'))).toBe('SEQUENCE 0');
  });

  test('tells instance and STATUS', () => {
    const text = message('CANCEL', 'SEQUENCE:2', 'RECURRENCE-ID:20300304T100000Z', 'STATUS:CANCELLED');
    expect(factsIn(text)).toBe('SEQUENCE 2, instance 2030-03-04T10:00:00Z, STATUS CANCELLED');
  });

  test('tells the answers of a REPLY or a calendar, and of nothing else', () => {
    const attendee = 'ATTENDEE;PARTSTAT=DECLINED:mailto:erik@example.com';
    expect(factsIn(message('REPLY', 'SEQUENCE:1', attendee))).toBe('SEQUENCE 1, Erik DECLINED');
    expect(factsIn(message('REQUEST', 'SEQUENCE:1', attendee))).toBe('SEQUENCE 1');
    const calendar = message('', 'SEQUENCE:1', attendee).replace('METHOD:\r\n', '');
    expect(factsIn(calendar)).toBe('SEQUENCE 1, Erik DECLINED');
  });

  test.each([undefined, '', 'HTTP/1.1 201 Created', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'])(
    'is empty for %j',
    (text) => {
      expect(factsIn(text)).toBe('');
      expect(uidIn(text)).toBeUndefined();
    },
  );
});

test('uidIn reads the UID', () => {
  expect(uidIn(message('REQUEST'))).toBe('a@example.com');
});

import { describe, expect, test } from 'vitest';
import { differencesBetween } from './difference.js';

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string =>
  calendar('BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT');

describe('differencesBetween', () => {
  test('names property and values', () => {
    expect(differencesBetween(event('SEQUENCE:0'), event('SEQUENCE:1', 'LOCATION:Room 2'))).toEqual([
      { where: 'VEVENT SEQUENCE', before: '0', after: '1' },
      { where: 'VEVENT LOCATION', before: undefined, after: 'Room 2' },
    ]);
  });

  test('compares attendees by address and names the parameter', () => {
    const before = event(
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bert@example.com',
      'ATTENDEE:mailto:carla@example.com',
    );
    const after = event('ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:MAILTO:Bert@example.com');
    expect(differencesBetween(before, after)).toEqual([
      {
        where: 'VEVENT ATTENDEE mailto:bert@example.com PARTSTAT',
        before: 'NEEDS-ACTION',
        after: 'ACCEPTED',
      },
      { where: 'VEVENT ATTENDEE mailto:bert@example.com RSVP', before: undefined, after: 'TRUE' },
      {
        where: 'VEVENT ATTENDEE mailto:carla@example.com',
        before: 'mailto:carla@example.com',
        after: undefined,
      },
    ]);
  });

  test('neither order nor folding is a difference', () => {
    const one = event('SUMMARY:A long name', 'COMMENT:x', 'COMMENT:y');
    const other = event('COMMENT:y', 'COMMENT:x', 'SUMMARY:A lo\r\n ng name');
    expect(differencesBetween(one, other)).toEqual([]);
  });

  test('sets instances against each other, and names one that is not there', () => {
    const instance = (day: string, room: string): string =>
      `BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:203003${day}T100000Z\r\nLOCATION:${room}\r\nEND:VEVENT`;
    const before = calendar(instance('04', 'Room 1'), instance('11', 'Room 1'));
    const after = calendar(instance('11', 'Room 2'));
    expect(differencesBetween(before, after)).toEqual([
      { where: 'VEVENT 2030-03-04T10:00:00Z', before: 'present', after: undefined },
      { where: 'VEVENT 2030-03-11T10:00:00Z LOCATION', before: 'Room 1', after: 'Room 2' },
    ]);
  });

  test('looks into alarms, each of several', () => {
    const alarm = (trigger: string): string => `BEGIN:VALARM\r\nTRIGGER:${trigger}\r\nEND:VALARM`;
    const before = event(alarm('-PT5M'), alarm('-PT10M'));
    const after = event(alarm('-PT5M'), alarm('-PT15M'));
    expect(differencesBetween(before, after)).toEqual([
      { where: 'VEVENT VALARM (2) TRIGGER', before: '-PT10M', after: '-PT15M' },
    ]);
  });

  test.each(['', 'PUT /calendar', 'BEGIN:VCALENDAR\r\nEND:VEVENT\r\n'])('is undefined for %j', (text) => {
    expect(differencesBetween(text, event())).toBeUndefined();
    expect(differencesBetween(event(), text)).toBeUndefined();
  });
});

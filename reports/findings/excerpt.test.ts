import { expect, test } from 'vitest';
import { excerpt } from './excerpt.js';

const OBJECT = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Vienna',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:meeting-1',
  'SUMMARY:Design',
  '  review',
  'X-NOTE:1',
  'SEQUENCE:1',
  'RECURRENCE-ID:20300304T100000Z',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

test('of an object the lines that matter are left, unfolded', () => {
  expect(excerpt(OBJECT)).toEqual([
    ...['METHOD:REQUEST', 'BEGIN:VEVENT', 'SUMMARY:Design review', 'SEQUENCE:1'],
    ...['RECURRENCE-ID:20300304T100000Z', 'END:VEVENT'],
  ]);
});

test('of the properties only those that are named, and what tells where they stand', () => {
  expect(excerpt(OBJECT, ['SEQUENCE', 'UID'])).toEqual([
    ...['METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:meeting-1', 'SEQUENCE:1'],
    ...['RECURRENCE-ID:20300304T100000Z', 'END:VEVENT'],
  ]);
});

test('what stands around an object is left out, and text without one stays', () => {
  expect(excerpt(`PUT x\n\n${OBJECT}\n\nanswer 500`, [])).toEqual([
    ...['METHOD:REQUEST', 'BEGIN:VEVENT', 'RECURRENCE-ID:20300304T100000Z', 'END:VEVENT'],
  ]);
  expect(excerpt('Subject: hello\r\n\r\nNo calendar.')).toEqual(['Subject: hello', 'No calendar.']);
  expect(excerpt('')).toEqual([]);
});

test('no text is too long to read', () => {
  const lines = excerpt(Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n'));
  expect(lines).toHaveLength(61);
  expect(lines.at(-1)).toBe('(40 more lines in results.json)');
});

import { describe, expect, test } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { toldBy } from './told-by.js';

describe('a scheduling message', () => {
  test.each([
    [
      'a REQUEST comes from the Organizer',
      sampleText({ method: 'REQUEST' }),
      'REQUEST',
      'mailto:anna@example.com',
    ],
    [
      'a REPLY from its Attendee',
      sampleText({ method: 'reply', attendees: { bert: 'ACCEPTED' } }),
      'REPLY',
      'mailto:bert@example.com',
    ],
    [
      'a REPLY that lists nobody from its Organizer',
      sampleText({ method: 'REPLY', attendees: {} }),
      'REPLY',
      'mailto:anna@example.com',
    ],
    ['one without METHOD', sampleText(), '(no METHOD)', 'mailto:anna@example.com'],
  ])('%s', (_what, data, method, originator) => {
    expect(toldBy(data)).toEqual({ method, originator, dtstamp: '2030-01-07T09:00:00Z' });
  });

  test.each([
    ['one without event', 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n', 'REQUEST'],
    ['one that cannot be read', 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n', '(no METHOD)'],
  ])('%s tells nothing else', (_what, data, method) => {
    expect(toldBy(data)).toEqual({ method, originator: '', dtstamp: '' });
  });
});

import { describe, expect, test } from 'vitest';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { withoutProperty } from './edit.js';
import type { JCalComponent } from './jcal.js';
import {
  attendeeOf,
  attendeesOf,
  canonicalAddress,
  dtstampOf,
  eventsOf,
  methodOf,
  organizerOf,
  sameAddress,
  sequenceOf,
  statusOf,
  uidOf,
} from './read.js';

const empty: JCalComponent = ['vevent', [], []];

test('METHOD in upper case; none in a stored object', () => {
  expect(methodOf(sampleCalendar({ method: 'request' }))).toBe('REQUEST');
  expect(methodOf(sampleCalendar())).toBeUndefined();
});

test('the events and the UID, past the components that have none', () => {
  const calendar = sampleCalendar({ before: ['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'END:VTIMEZONE'] });
  expect(eventsOf(calendar).map(([name]) => name)).toEqual(['vevent']);
  expect(uidOf(calendar)).toBe('review@example.com');
  expect(uidOf(['vcalendar', [], [empty]])).toBeUndefined();
});

test('SEQUENCE is a number, and 0 when it is absent', () => {
  expect(sequenceOf(sampleEvent({ sequence: 10 }))).toBe(10);
  expect(sequenceOf(empty)).toBe(0);
  expect(sequenceOf(['vevent', [['sequence', {}, 'integer', '2']], []])).toBe(2);
  expect(sequenceOf(['vevent', [['sequence', {}, 'text', 'x']], []])).toBeNaN();
});

test('DTSTAMP, ORGANIZER and STATUS', () => {
  const event = sampleEvent({ lines: ['STATUS:cancelled'] });
  expect(dtstampOf(event)).toBe('2030-01-07T09:00:00Z');
  expect(organizerOf(event)).toBe('mailto:anna@example.com');
  expect(statusOf(event)).toBe('CANCELLED');
  expect([dtstampOf(empty), organizerOf(empty), statusOf(empty)]).toEqual(['', undefined, undefined]);
});

describe('ATTENDEEs', () => {
  const event = sampleEvent({
    attendees: {},
    lines: [
      'ATTENDEE;PARTSTAT=accepted;RSVP=true;CN=Bert:MAILTO:Bert@Example.com',
      'ATTENDEE:mailto:carla@example.com',
    ],
  });

  test('PARTSTAT and RSVP have defaults', () => {
    expect(attendeesOf(event)).toMatchObject([
      { address: 'MAILTO:Bert@Example.com', partstat: 'ACCEPTED', rsvp: true },
      { address: 'mailto:carla@example.com', partstat: 'NEEDS-ACTION', rsvp: false },
    ]);
  });

  test('found by any of several addresses, whatever their case', () => {
    expect(attendeeOf(event, ['mailto:b@alias.example', 'mailto:bert@example.com'])?.parameters.cn).toBe(
      'Bert',
    );
    expect(attendeeOf(event, ['mailto:dora@example.com'])).toBeUndefined();
    expect(attendeeOf(withoutProperty(event, 'attendee'), ['mailto:bert@example.com'])).toBeUndefined();
    expect(attendeeOf(event, [])).toBeUndefined();
  });
});

describe('calendar addresses', () => {
  test.each([
    ['mailto:anna@example.com', 'MAILTO:Anna@Example.COM', true],
    ['mailto:anna@example.com', ' mailto:anna@example.com ', true],
    ['mailto:anna@example.com', 'anna@example.com', true],
    ['mailto:anna@example.com', 'mailto:anna@example.org', false],
    ['mailto:anna@example.com', 'mailto:hanna@example.com', false],
    ['urn:uuid:7F', 'URN:UUID:7f', true],
    ['urn:uuid:7f', 'mailto:7f', false],
    ['URN:ISBN:0-AB', 'urn:isbn:0-AB', true],
    ['urn:isbn:0-AB', 'urn:isbn:0-ab', false],
    ['HTTPS://Calendar.Example.COM/Anna', 'https://calendar.example.com/Anna', true],
    ['https://calendar.example.com/Anna', 'https://calendar.example.com/anna', false],
    ['https://Calendar.example.com', 'https://calendar.example.com', true],
    ['https://Calendar.example.com:8443?a=B', 'https://calendar.example.com:8443?a=B', true],
    ['https://calendar.example.com/?a=B', 'https://calendar.example.com/?a=b', false],
    ['https://Anna@Calendar.example.com/', 'https://Anna@calendar.example.com/', true],
    ['https://Anna@calendar.example.com/', 'https://anna@calendar.example.com/', false],
    ['https://x.example/a@B/', 'https://x.example/a@b/', false],
    ['https://x.example/%c3%BC/', 'https://x.example/%C3%bc/', true],
    ['https://x.example/%2f/', 'https://x.example/%2F/', true],
    ['/principals/Anna/', '/principals/anna/', false],
    ['/principals/anna/', ' /principals/anna/', true],
    ['TEL:+49-1', 'tel:+49-1', true],
    ['mailto:anna%2Bwork@example.com', 'mailto:anna%2bwork@example.com', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameAddress(one, other)).toBe(same);
    expect(sameAddress(other, one)).toBe(same);
  });

  test('a form to compare and to use as a key', () => {
    expect(canonicalAddress('MAILTO:Anna@example.com')).toBe('mailto:anna@example.com');
    expect(canonicalAddress('anna@example.com')).toBe('mailto:anna@example.com');
    expect(canonicalAddress('HTTPS://X.example/A%2fb?C#D')).toBe('https://x.example/A%2Fb?C#D');
    expect(canonicalAddress('/principals/Anna/')).toBe('/principals/Anna/');
  });

  test('the path of a principal keeps its case (RFC 3986 section 6.2.2.1)', () => {
    const upper = 'https://calendar.example.com/principals/Anna/';
    const lower = 'https://calendar.example.com/principals/anna/';
    expect(sameAddress(upper, lower)).toBe(false);
  });
});

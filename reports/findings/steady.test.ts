import { expect, test } from 'vitest';
import { sampleResults, sampleScenario } from '../../conformance/testing/sample-results.js';
import { steadyIn } from './steady.js';

const people = {
  anna: ['mailto:organizer2@dav.test', '/principals/organizer2/'],
  bert: ['mailto:attendee1@dav.test'],
  carla: ['mailto:attendee12@dav.test'],
};
const scenario = sampleScenario('one', [], { people });
/** It began at 2030-01-07T09:00:00Z. */
const steady = steadyIn(scenario, { ...sampleResults([scenario]), durationMs: 60_000 });

test.each([
  ['UID:itip-0a1b2c3d-12-1-the-meeting-moves@itip-conformance.invalid', 'UID:meeting-1'],
  [
    'PUT http://[::1]:80/organizer2/itip-0a1b2c3d-12-2-x%40itip-conformance.invalid.ics: 500',
    'PUT meeting-2: 500',
  ],
  ['DTSTAMP:20300107T090030Z', 'DTSTAMP:(time)'],
  ['at 2030-01-07T09:59:00.123Z', 'at (time)'],
  ['DTSTART:20300304T100000Z', 'DTSTART:20300304T100000Z'],
  ['DTSTART;TZID=Europe/Vienna:20300107T090030', 'DTSTART;TZID=Europe/Vienna:20300107T090030'],
  ['ATTENDEE:mailto:attendee12@dav.test', 'ATTENDEE:mailto:carla@dav.test'],
  ['ATTENDEE:MAILTO:Attendee1@dav.test', 'ATTENDEE:MAILTO:bert@dav.test'],
  ['ORGANIZER;CN=Organizer2:mailto:organizer2@dav.test', 'ORGANIZER;CN=Anna:mailto:anna@dav.test'],
  ['mailto:my.attendee1@dav.test', 'mailto:my.attendee1@dav.test'],
])('%s', (text, same) => {
  expect(steady(text)).toBe(same);
});

test('results without the people of a scenario leave accounts as they are', () => {
  const without = sampleScenario('one', []);
  expect(steadyIn(without, sampleResults([without]))('mailto:a@dav.test')).toBe('mailto:a@dav.test');
});

test('a line of any length is read in time', () => {
  const long = 'a/'.repeat(100_000);
  expect(steady(long)).toBe(long);
});

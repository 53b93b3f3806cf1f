import { expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { showsInstances, type WantedInstance } from './series-looks.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const UID = 'review@example.com';
const at = (day: string) => ({ local: `2030-03-${day}T10:00:00`, zone: 'UTC' });

/** What the look says of a series on 4 and 5 March 2030 in Room 3; nothing when it is as wanted. */
async function complaint(...wanted: readonly WantedInstance[]): Promise<unknown> {
  const stage = new FakeStage();
  const { play } = await playOn(stage);
  const meeting = { title: 'Team call', uid: UID, organizer: 'anna', attendees: ['bert'] };
  play.meetings.set('Team call', { ...meeting, start: at('04'), end: at('04') });
  const data = sampleText({ lines: ['RRULE:FREQ=DAILY;COUNT=2', 'LOCATION:Room 3'] });
  stage.shows('bert', { calendar: [{ uid: UID, name: '1.ics', data }] });
  return showsInstances(play, 'bert', 'Team call', wanted).catch((error: { actual: string }) => error.actual);
}

it('holds where all instances are as wanted, with their place only where one is named', async () => {
  expect(await complaint({ start: at('04') }, { start: at('05') })).toBeUndefined();
  const placed = ['04', '05'].map((day) => ({ start: at(day), location: 'Room 3' }));
  expect(await complaint(...placed)).toBeUndefined();
});

it('tells the place of an instance that should not be there as well', async () => {
  expect(await complaint({ start: at('04'), location: 'Room 3' })).toBe(
    '2030-03-04T10:00:00Z in "Room 3", 2030-03-05T10:00:00Z in "Room 3"',
  );
  expect(await complaint({ start: at('04') })).toBe('2030-03-04T10:00:00Z, 2030-03-05T10:00:00Z');
});

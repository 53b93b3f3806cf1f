import { describe, expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { expectCancellation } from './cancellation.js';
import type { Play } from './play.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const SERIES = ['RRULE:FREQ=WEEKLY;COUNT=4'];
const MOVED = [
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:review@example.com',
  'DTSTAMP:20300107T090000Z',
  'RECURRENCE-ID:20300311T100000Z',
  'DTSTART:20300312T140000Z',
  'DTEND:20300312T150000Z',
  'ORGANIZER:mailto:anna@example.com',
];

/** A play in which Bert got a REQUEST for a series, and an action has begun after it. */
async function series(stage: FakeStage, lines: readonly string[] = SERIES): Promise<Play> {
  const { play } = await playOn(stage);
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const meeting = { title: 'Team call', uid: 'review@example.com', organizer: 'anna', attendees: ['bert'] };
  play.meetings.set('Team call', { ...meeting, start, end: start });
  stage.quiet = true;
  sends(stage, lines);
  await play.beginAction([]);
  return play;
}

function sends(stage: FakeStage, lines: readonly string[], method = 'REQUEST'): void {
  const message = stage.compose(method, 'anna', 'bert', 'review@example.com');
  stage.composed.push({ ...message, data: sampleText({ method, lines }) });
}

/** Which kinds of messages the judge is shown; throws as the look does. */
async function told(play: Play): Promise<{ cancels: number; request: boolean }> {
  let shown = { cancels: 0, request: false };
  await expectCancellation(play, 'bert', 'anything', ({ cancels, request }) => {
    shown = { cancels: cancels.length, request: request !== undefined };
    return { holds: true, actual: '' };
  });
  return shown;
}

describe('a REQUEST for the series tells of a cancellation', () => {
  it('where it has an instance less', async () => {
    const stage = new FakeStage();
    const play = await series(stage);
    sends(stage, [...SERIES, 'EXDATE:20300311T100000Z']);
    expect(await told(play)).toEqual({ cancels: 0, request: true });
  });

  it('where an EXDATE takes an instance away whose override is still there', async () => {
    const stage = new FakeStage();
    const play = await series(stage, [...SERIES, ...MOVED]);
    sends(stage, [...SERIES, 'EXDATE:20300311T100000Z', ...MOVED]);
    expect(await told(play)).toEqual({ cancels: 0, request: true });
  });

  it('not where everything is in it as before', async () => {
    const stage = new FakeStage();
    const play = await series(stage);
    sends(stage, [...SERIES, 'LOCATION:Room 3']);
    await expect(told(play)).rejects.toMatchObject({
      name: 'Mismatch',
      actual: 'a REQUEST that takes no instance away',
    });
  });

  it('not where a REQUEST is for one instance alone', async () => {
    const stage = new FakeStage();
    const play = await series(stage);
    sends(stage, ['RECURRENCE-ID:20300311T100000Z']);
    await expect(told(play)).rejects.toMatchObject({ name: 'Mismatch', actual: 'nothing was sent' });
  });
});

it('a CANCEL tells it, whatever REQUEST comes with it', async () => {
  const stage = new FakeStage();
  const play = await series(stage);
  sends(stage, SERIES);
  sends(stage, ['RECURRENCE-ID:20300311T100000Z'], 'CANCEL');
  expect(await told(play)).toEqual({ cancels: 1, request: false });
});

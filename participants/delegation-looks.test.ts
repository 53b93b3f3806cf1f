import { describe, expect, it, test } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import { Mismatch } from '../targets/outcome-errors.js';
import * as looks from './delegation-looks.js';
import type { Play } from './play.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const UID = 'review@example.com';
const START = { local: '2030-03-04T10:00:00', zone: 'UTC' };
const CARLA = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:erik@example.com":mailto:carla@example.com';
const ERIK = 'ATTENDEE;DELEGATED-FROM="mailto:carla@example.com":mailto:erik@example.com';
const REPLY = { method: 'REPLY', from: 'carla' } as const;

/** A play of the review, which Anna organizes, with the stage on which it is played. */
async function review(): Promise<{ play: Play; stage: FakeStage }> {
  const stage = new FakeStage();
  stage.quiet = true;
  const { play } = await playOn(stage, { capabilities: ['hold-messages', 'quiescence'] });
  const meeting = { title: 'Design review', uid: UID, organizer: 'anna', attendees: ['carla'] };
  play.meetings.set(meeting.title, { ...meeting, start: START, end: START });
  return { play, stage };
}

/** The same after Carla has sent a REPLY with these lines for ATTENDEE. */
async function replied(...lines: readonly string[]): Promise<Play> {
  const { play, stage } = await review();
  send(stage, 'REPLY', 'carla', 'anna', lines);
  return play;
}

function send(stage: FakeStage, method: string, from: string, to: string, lines: readonly string[]): void {
  const data = sampleText({ method, attendees: {}, lines });
  stage.composed.push({ ...stage.compose(method, from, to, UID), data });
}

/** The same with an event in Carla's calendar that has these lines for ATTENDEE. */
async function shown(...lines: readonly string[]): Promise<Play> {
  const { play, stage } = await review();
  const data = sampleText({ attendees: {}, lines });
  stage.shows('carla', { calendar: [{ uid: UID, name: 'review.ics', data }] });
  return play;
}

describe('a REPLY asks for further updates', () => {
  test.each([
    [true, 'ATTENDEE;RSVP=TRUE:mailto:carla@example.com'],
    [true, 'ATTENDEE;ROLE=NON-PARTICIPANT;RSVP=FALSE:mailto:carla@example.com'],
    [false, 'ATTENDEE;RSVP=FALSE;ROLE=REQ-PARTICIPANT:mailto:carla@example.com'],
    [false, 'ATTENDEE:mailto:carla@example.com'],
  ])('%s: %s', async (asks, line) => {
    const play = await replied(line);
    await looks.asksForUpdates(play, 'carla', asks);
    await expect(looks.asksForUpdates(play, 'carla', !asks)).rejects.toThrow(Mismatch);
  });

  it('not when it does not list who delegates', async () => {
    const play = await replied(ERIK);
    await expect(looks.asksForUpdates(play, 'carla', false)).rejects.toThrow(Mismatch);
  });
});

describe('a REPLY lists the Delegator alone or with the Delegate', () => {
  test.each<[string, boolean, string[]]>([
    ['alone', true, [CARLA]],
    ['both', true, [ERIK, CARLA]],
    ['the Delegate alone', false, [ERIK]],
    ['one more', false, [CARLA, ERIK, 'ATTENDEE:mailto:bert@example.com']],
  ])('%s: %s', async (_what, holds, lines) => {
    const look = looks.listsAloneOrWith(await replied(...lines), REPLY, 'carla', 'erik');
    await (holds ? look : expect(look).rejects.toThrow(Mismatch));
  });
});

describe('a parameter of one who need not be listed', () => {
  const from = { name: 'DELEGATED-FROM', value: 'carla' };
  test.each<[string, boolean, string[]]>([
    ['not listed', true, [CARLA]],
    ['listed with it', true, [CARLA, ERIK]],
    ['listed without it', false, [CARLA, 'ATTENDEE:mailto:erik@example.com']],
  ])('%s: %s', async (_what, holds, lines) => {
    const look = looks.showsIfListed(await replied(...lines), REPLY, 'erik', from);
    await (holds ? look : expect(look).rejects.toThrow(Mismatch));
  });
});

describe('a copy that need not be there any more', () => {
  const delegated = { name: 'PARTSTAT', value: 'DELEGATED' };

  it('shows the delegation while it is', async () => {
    await looks.copyIfAnyShows(await shown(CARLA), 'carla', 'carla', delegated);
    const unchanged = await shown('ATTENDEE:mailto:carla@example.com');
    await expect(looks.copyIfAnyShows(unchanged, 'carla', 'carla', delegated)).rejects.toThrow(Mismatch);
  });

  it('must have been there', async () => {
    const { play, stage } = await review();
    const look = () => looks.copyIfAnyShows(play, 'carla', 'carla', delegated);
    await expect(look()).rejects.toMatchObject({ actual: 'there never was a copy' });
    stage.shows('carla', { calendar: [{ uid: UID, name: 'review.ics', data: sampleText() }] });
    await play.noteAfter('carla');
    stage.shows('carla', { calendar: [] });
    await look();
  });
});

it('a calendar lists people once each', async () => {
  await looks.listsOnce(await shown(CARLA, ERIK), 'carla', ['carla', 'erik']);
  for (const lines of [[CARLA], [CARLA, ERIK, ERIK]]) {
    const look = looks.listsOnce(await shown(...lines), 'carla', ['carla', 'erik']);
    await expect(look).rejects.toThrow(Mismatch);
  }
});

it('a calendar has an Organizer', async () => {
  await looks.calendarHasOrganizer(await shown(CARLA), 'carla', 'anna');
  await expect(looks.calendarHasOrganizer(await shown(CARLA), 'carla', 'bert')).rejects.toThrow(Mismatch);
});

describe('a message repeats what stands in another one', () => {
  const [toCarla, toErik] = [
    { method: 'REQUEST', to: 'carla' },
    { method: 'REQUEST', to: 'erik' },
  ] as const;

  async function repeated(lines: readonly string[], names: readonly string[]): Promise<void> {
    const { play, stage } = await review();
    send(stage, 'REQUEST', 'anna', 'carla', ['LOCATION:Room 1', CARLA]);
    await play.beginAction([]);
    send(stage, 'REQUEST', 'carla', 'erik', lines);
    await looks.repeats(play, toErik, toCarla, names);
  }

  it('but for who gets it', async () => {
    await repeated(['LOCATION:Room 1', CARLA, ERIK], ['UID', 'LOCATION', 'ATTENDEE']);
  });

  it('or does not', async () => {
    await expect(repeated([CARLA], ['UID', 'LOCATION'])).rejects.toMatchObject({
      actual: 'LOCATION (none), before it Room 1',
    });
    await expect(repeated(['LOCATION:Room 1', ERIK], ['ATTENDEE'])).rejects.toThrow(Mismatch);
  });
});

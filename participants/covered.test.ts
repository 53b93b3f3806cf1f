import { describe, expect, it } from 'vitest';
import type { Method } from '../targets/methods.js';
import { Inconclusive, Mismatch } from '../targets/outcome-errors.js';
import { checkUncovered, unlessCovered } from './covered.js';
import type { Play } from './play.js';
import { FakeStage, playOn } from './testing/fake-stage.js';
import type { Which } from './which.js';

const UID = 'review@example.com';
const CANCEL_TO_BERT: Which = { method: 'CANCEL', to: 'bert' };

async function organized(stage: FakeStage): Promise<Play> {
  const { play } = await playOn(stage);
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const meeting = { title: 'Design review', uid: UID, organizer: 'anna', attendees: ['bert', 'carla'] };
  play.meetings.set('Design review', { ...meeting, start, end: start });
  return play;
}

/** A message in an Inbox where later ones take the place of earlier ones. */
function covers(stage: FakeStage, method: Method, from: string, to: string, uid = UID): void {
  const message = stage.compose(method, from, to, uid);
  stage.composed.push({ ...message, channel: 'inbox', mayCover: true });
}

describe('that a message is missing is not known', () => {
  it('where another about the event lies in its place', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    covers(stage, 'REQUEST', 'anna', 'bert');
    const missing = checkUncovered(play, CANCEL_TO_BERT);
    await expect(missing).rejects.toThrow(Inconclusive);
    await expect(missing).rejects.toThrow(
      'CANCEL to Bert: the Inbox keeps one message about an event, and the REQUEST that lies there may have taken',
    );
  });

  it('of a REPLY, where something else reached the Organizer', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    covers(stage, 'REQUEST', 'anna', 'carla');
    await checkUncovered(play, { method: 'REPLY', from: 'bert' });
    covers(stage, 'REPLY', 'carla', 'anna');
    await expect(checkUncovered(play, { method: 'REPLY', from: 'bert' })).rejects.toThrow(Inconclusive);
  });
});

describe('that a message is missing is known', () => {
  it.each<[string, (stage: FakeStage) => void]>([
    ['where nothing came', () => {}],
    ['where the Inbox keeps every message', (stage) => stage.send('REQUEST', 'anna', 'bert')],
    ['where something came to others only', (stage) => covers(stage, 'REQUEST', 'anna', 'carla')],
    ['where what came is about another event', (stage) => covers(stage, 'REQUEST', 'anna', 'bert', 'other')],
  ])('%s', async (_where, arrange) => {
    const stage = new FakeStage();
    const play = await organized(stage);
    arrange(stage);
    await expect(checkUncovered(play, CANCEL_TO_BERT)).resolves.toBeUndefined();
  });

  it('where what lies there came before the last action', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    covers(stage, 'REQUEST', 'anna', 'bert');
    await play.beginAction([]);
    await expect(checkUncovered(play, CANCEL_TO_BERT)).resolves.toBeUndefined();
  });
});

describe('a look that fails', () => {
  const mismatch = new Mismatch('this', 'that');
  const fails = () => Promise.reject(mismatch);

  it('counts where the message is there, or nothing can have covered it', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    await expect(unlessCovered(play, [CANCEL_TO_BERT], fails)).rejects.toBe(mismatch);
    covers(stage, 'CANCEL', 'anna', 'bert');
    await expect(unlessCovered(play, [CANCEL_TO_BERT], fails)).rejects.toBe(mismatch);
  });

  it('is inconclusive where it can be covered, and no other error is', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    covers(stage, 'REQUEST', 'anna', 'bert');
    await expect(unlessCovered(play, [CANCEL_TO_BERT], fails)).rejects.toThrow(Inconclusive);
    const other = new Error('other');
    await expect(unlessCovered(play, [CANCEL_TO_BERT], () => Promise.reject(other))).rejects.toBe(other);
  });

  it('is none where it holds', async () => {
    const stage = new FakeStage();
    const play = await organized(stage);
    covers(stage, 'REQUEST', 'anna', 'bert');
    await expect(unlessCovered(play, [CANCEL_TO_BERT], () => Promise.resolve())).resolves.toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { Blocked, NotExpressible } from '../targets/outcome-errors.js';
import { CounterpartPost } from './counterpart-post.js';
import type { Expected } from './post.js';
import { readMessage } from './scheduling-message.js';
import { CAST, type FakeOptions, FakeStage, playOn } from './testing/fake-stage.js';

const REQUEST_TO_BERT: Expected = { method: 'REQUEST', to: 'bert' };
const REQUEST_TO_ERIK: Expected = { method: 'REQUEST', to: 'erik' };
const COPY = { uid: 'u1', name: 'u1.ics', data: 'BEGIN:VCALENDAR' };

async function between(stage: FakeStage, options: FakeOptions = {}) {
  return playOn(stage, { capabilities: ['message-in'], ...options });
}

function replyOfErik() {
  const message = readMessage(new FakeStage().compose('REPLY', 'erik', 'anna', 'u9'), CAST);
  if (message === undefined) throw new Error('the sample cannot be read');
  return { ...message, transit: { ...message.transit, id: 'counterpart-1' } };
}

describe('the post of a target that exchanges messages with a counterpart', () => {
  it('is used where the target takes messages in but does not hold them', async () => {
    const { play } = await between(new FakeStage());
    expect(play.post).toBeInstanceOf(CounterpartPost);
    expect((await playOn(new FakeStage())).play.post).not.toBeInstanceOf(CounterpartPost);
  });

  it('waits for what goes out to the counterpart', async () => {
    const stage = new FakeStage();
    const { play } = await between(stage, { deadlineMs: 5000 });
    await play.post.beforeAction([REQUEST_TO_ERIK]);
    await play.post.afterAction();
    let looks = 0;
    const drain = stage.drain.bind(stage);
    stage.drain = () => {
      looks += 1;
      if (looks === 3) stage.send('REQUEST', 'anna', 'erik', 'u1');
      return drain();
    };
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(play.post.lastArrived('REQUEST', 'erik')?.uid).toBe('u1');
    expect(stage.delivered).toEqual([]);
  });

  it('watches the users of the target for theirs', async () => {
    const stage = new FakeStage();
    const { play } = await between(stage);
    await play.post.beforeAction([REQUEST_TO_BERT, REQUEST_TO_ERIK]);
    stage.send('REQUEST', 'anna', 'erik');
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['bert']);
    await play.post.beforeAction([REQUEST_TO_BERT, REQUEST_TO_ERIK]);
    stage.shows('bert', { calendar: [COPY] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['erik']);
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
  });

  it('hands in what the counterpart sends when it is delivered, in any order and again', async () => {
    const stage = new FakeStage();
    const { play } = await between(stage);
    play.post.put(replyOfErik());
    expect(stage.delivered).toEqual([]);
    await play.post.deliver({ method: 'REPLY', from: 'erik' });
    await play.post.deliver({ method: 'REPLY', from: 'erik', again: true });
    expect(stage.delivered.map(({ id }) => id)).toEqual(['counterpart-1', 'counterpart-1']);
  });

  it('leaves messages alone that the target delivers by itself', async () => {
    const stage = new FakeStage();
    const { play } = await between(stage);
    stage.send('REQUEST', 'anna', 'bert');
    await play.post.afterAction();
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
    expect(stage.delivered).toEqual([]);
  });

  it('blocks where a message never came out, or such messages are known not to', async () => {
    const { play } = await between(new FakeStage());
    await expect(play.post.deliver({ method: 'REQUEST', to: 'erik' })).rejects.toThrow(
      new Blocked('that REQUEST was never sent (0 of the kind were)'),
    );
    const closed = await between(new FakeStage(), { closed: { 'message-sent-out': 'no mail goes out' } });
    await closed.play.post.beforeAction([REQUEST_TO_ERIK]);
    await expect(closed.play.post.deliverEvery('REQUEST')).rejects.toThrow(Blocked);
    await expect(closed.play.post.deliver({ method: 'REQUEST', to: 'erik' })).rejects.toThrow(Blocked);
  });
});

describe('the post of two targets that exchange mail', () => {
  /** Anna lives on the one side, Bert and Carla live on the other, which delivers by itself among its own. */
  async function pair(stage = new FakeStage(), options: FakeOptions = {}) {
    const holds = (from: string, to: string) => (from === 'anna') !== (to === 'anna');
    const played = Object.assign(stage, { holds });
    return { stage, ...(await playOn(played, { capabilities: ['hold-messages'], ...options })) };
  }

  it('is used where the stage says whose messages wait', async () => {
    expect((await pair()).play.post).toBeInstanceOf(CounterpartPost);
  });

  it('waits for the mail of the one side and hands it in at the other', async () => {
    const { stage, play } = await pair();
    await play.post.beforeAction([{ ...REQUEST_TO_BERT, from: 'anna' }]);
    const { id } = stage.send('REQUEST', 'anna', 'bert', 'u1');
    await play.post.afterAction();
    expect(stage.delivered).toEqual([]);
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(stage.delivered.map((message) => message.id)).toEqual([id]);
  });

  it('waits for no mail of an Organizer to herself', async () => {
    const { stage, play } = await pair();
    Object.assign(stage, { holds: () => true });
    await play.post.beforeAction([{ method: 'REQUEST', from: 'anna', to: 'anna' }]);
    stage.shows('anna', { calendar: [COPY] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
  });

  it('waits for what goes to a group as for what goes to its members', async () => {
    const { stage, play } = await pair();
    const members = ['mailto:bert@example.com', 'mailto:nobody@example.com'];
    const crew = {
      id: 'crew',
      name: 'Crew',
      addresses: ['mailto:crew@example.com'],
      placement: 'target',
      members,
    };
    Object.assign(stage, { cast: new Map([...stage.cast, ['crew', { ...crew, placement: 'target' }]]) });
    await play.post.beforeAction([{ method: 'REQUEST', from: 'anna', to: 'crew' }]);
    stage.send('REQUEST', 'anna', 'bert', 'u1');
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(stage.delivered).toHaveLength(1);
  });

  it('misses mail that never came out', async () => {
    const { play } = await pair();
    await play.post.beforeAction([{ ...REQUEST_TO_BERT, from: 'anna' }]);
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['bert', 'nobody']);
  });

  it('watches what one side delivers by itself, and cannot hold it', async () => {
    const { stage, play } = await pair();
    await play.post.beforeAction([{ method: 'REQUEST', from: 'bert', to: 'carla' }]);
    stage.send('REQUEST', 'bert', 'carla', 'u1');
    stage.shows('carla', { calendar: [COPY] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(stage.delivered).toEqual([]);
    await expect(play.post.deliver({ method: 'REQUEST', to: 'carla' })).rejects.toThrow(NotExpressible);
    await expect(play.post.deliver({ method: 'REQUEST', to: 'bert' })).rejects.toThrow(Blocked);
  });
});

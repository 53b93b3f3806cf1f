import { describe, expect, it } from 'vitest';
import { Blocked } from '../targets/outcome-errors.js';
import { readMessage } from './scheduling-message.js';
import { CAST, type FakeOptions, FakeStage, playOn } from './testing/fake-stage.js';

async function held(stage: FakeStage, options: FakeOptions = {}) {
  return playOn(stage, { capabilities: ['hold-messages'], ...options });
}

/** A message of Erik, whom the harness plays. */
function fromErik(method: string, to: string) {
  const message = readMessage(new FakeStage().compose(method, 'erik', to, 'u9'), CAST);
  if (message === undefined) throw new Error('the sample cannot be read');
  return { ...message, transit: { ...message.transit, id: 'counterpart-1' } };
}

function idsDelivered(stage: FakeStage): string[] {
  return stage.delivered.map(({ id }) => id);
}

describe('messages that are held', () => {
  it('are all delivered in the order of sending, each kind for itself and once', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('CANCEL', 'anna', 'carla');
    stage.send('REQUEST', 'anna', 'carla');
    await play.post.afterAction();
    expect(idsDelivered(stage)).toEqual([]);
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(idsDelivered(stage)).toEqual(['m1', 'm3']);
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
    expect(await play.post.deliverEvery('CANCEL')).toEqual([]);
    expect(idsDelivered(stage)).toEqual(['m1', 'm3', 'm2']);
  });

  it('are picked by number, Recipient and Originator, in any order and again', async () => {
    const stage = new FakeStage();
    const { play, traced } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('REQUEST', 'anna', 'carla');
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('REPLY', 'bert', 'anna');
    stage.send('REPLY', 'carla', 'anna');
    await play.post.afterAction();
    await play.post.deliver({ method: 'REQUEST', to: 'bert', ordinal: 2 });
    await play.post.deliver({ method: 'REQUEST', to: 'bert', ordinal: 1 });
    await play.post.deliver({ method: 'REQUEST', to: 'bert' });
    await play.post.deliver({ method: 'REPLY', from: 'bert' });
    expect(idsDelivered(stage)).toEqual(['m3', 'm1', 'm3', 'm4']);
    const arrivals = traced.filter((text) => text.includes('applied'));
    expect(arrivals.map((text) => text.includes('again'))).toEqual([false, false, true, false]);
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(idsDelivered(stage).at(-1)).toBe('m2');
  });

  it('are no messages to pick where they only prove something, and arrive when that is wanted', async () => {
    const stage = new FakeStage();
    const { play, traced } = await held(stage);
    play.markers.add('marker');
    stage.send('REQUEST', 'anna', 'bert', 'marker');
    await play.post.afterAction();
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
    await expect(play.post.deliver({ method: 'REQUEST', to: 'bert' })).rejects.toThrow(Blocked);
    const before = traced.length;
    await play.post.deliverMarkers(['another']);
    expect(idsDelivered(stage)).toEqual([]);
    await play.post.deliverMarkers(['marker']);
    await play.post.deliverMarkers(['marker']);
    expect(idsDelivered(stage)).toEqual(['m1']);
    expect(traced).toHaveLength(before);
  });

  it('are told to be held when something is done before they arrive, once', async () => {
    const stage = new FakeStage();
    const { play, traced } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('REQUEST', 'anna', 'carla');
    await play.post.afterAction();
    await play.post.deliver({ method: 'REQUEST', to: 'carla' });
    await play.post.beforeAction([]);
    await play.post.beforeAction([]);
    await play.post.deliver({ method: 'REQUEST', to: 'bert' });
    await play.post.beforeAction([]);
    expect(traced.filter((text) => !text.includes('applied'))).toEqual(['REQUEST still in transit']);
  });

  it('are told to be overtaken by what the same sent later', async () => {
    const stage = new FakeStage();
    const { play, traced } = await held(stage);
    stage.send('REPLY', 'bert', 'anna');
    stage.send('REPLY', 'carla', 'anna');
    stage.send('REPLY', 'bert', 'anna');
    await play.post.afterAction();
    await play.post.deliver({ method: 'REPLY', from: 'bert', ordinal: 2 });
    expect(traced).toEqual(['REPLY overtaken', expect.stringContaining('applied')]);
  });

  it('that were never sent block', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert');
    await play.post.afterAction();
    await expect(play.post.deliver({ method: 'REQUEST', to: 'bert', ordinal: 2 })).rejects.toThrow(
      new Blocked('that REQUEST was never sent (1 of the kind were)'),
    );
    await expect(play.post.deliver({ method: 'REPLY', from: 'bert' })).rejects.toThrow(Blocked);
  });

  it('have arrived only when they were delivered, and the newest counts', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert', 'u1');
    stage.send('REQUEST', 'anna', 'bert', 'u2');
    await play.post.afterAction();
    expect(play.post.lastArrived('REQUEST', 'bert')).toBeUndefined();
    await play.post.deliver({ method: 'REQUEST', to: 'bert', ordinal: 1 });
    expect(play.post.lastArrived('REQUEST', 'bert')?.uid).toBe('u1');
    await play.post.deliver({ method: 'REQUEST', to: 'bert', ordinal: 2 });
    expect(play.post.lastArrived('REQUEST', 'bert')?.uid).toBe('u2');
    expect(play.post.lastArrived('REQUEST', 'carla')).toBeUndefined();
    expect(play.post.lastArrived('CANCEL', 'bert')).toBeUndefined();
  });

  it('have left once they were taken over, which not all that is composed has', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    const [left, lost] = [
      stage.send('REQUEST', 'anna', 'bert'),
      stage.compose('REQUEST', 'anna', 'carla', 'u1'),
    ];
    await play.post.afterAction();
    const hasLeft = [left, lost].map((message) => {
      const read = readMessage(message, CAST);
      return read !== undefined && play.post.hasLeft(read);
    });
    expect(hasLeft).toEqual([true, false]);
  });

  it('make the target send others, which are held in their turn', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    stage.send('REQUEST', 'anna', 'bert');
    await play.post.afterAction();
    stage.onDeliver = ({ id }) => {
      if (id === 'm1') stage.send('REPLY', 'bert', 'anna');
    };
    await play.post.deliverEvery('REQUEST');
    expect((await play.sentInReturn()).map(({ method }) => method)).toEqual(['REPLY']);
    await play.post.deliverEvery('REPLY');
    expect(idsDelivered(stage)).toEqual(['m1', 'm2']);
    expect(await play.sentInReturn()).toEqual([]);
  });

  it('leave a note of what was seen before they arrived', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    const copy = { uid: 'u1', name: 'u1.ics', data: 'old' };
    stage.shows('bert', { calendar: [copy] });
    stage.send('REQUEST', 'anna', 'bert', 'u1');
    await play.post.afterAction();
    stage.onDeliver = () => stage.shows('bert', { calendar: [{ ...copy, data: 'new' }] });
    expect(play.shownBefore('bert')).toBeUndefined();
    await play.post.deliverEvery('REQUEST');
    expect(play.shownBefore('bert')?.calendar).toEqual([copy]);
    expect(play.hasHad('bert', 'u1')).toBe(true);
    expect(play.hasHad('bert', 'u2')).toBe(false);
  });

  it('to a counterpart stay with the harness', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage);
    stage.send('REQUEST', 'anna', 'erik');
    await play.post.afterAction();
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(stage.delivered).toEqual([]);
    expect(play.post.lastArrived('REQUEST', 'erik')?.transit.id).toBe('m1');
  });
});

describe('a closed gate', () => {
  const closed = { 'request-delivered': 'no REQUEST gets through' };

  it('blocks messages of its kind, and no others', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage, { closed });
    stage.send('REQUEST', 'anna', 'bert');
    stage.send('CANCEL', 'anna', 'bert');
    await play.post.afterAction();
    const blocked = new Blocked('no REQUEST gets through');
    await expect(play.post.deliverEvery('REQUEST')).rejects.toThrow(blocked);
    await expect(play.post.deliver({ method: 'REQUEST', to: 'bert' })).rejects.toThrow(blocked);
    await expect(play.post.deliver({ method: 'REQUEST', to: 'carla' })).rejects.toThrow(blocked);
    expect(await play.post.deliverEvery('CANCEL')).toEqual([]);
    expect(idsDelivered(stage)).toEqual(['m2']);
  });

  it('is the reason also when nothing was sent', async () => {
    const { play } = await held(new FakeStage(), { closed });
    await expect(play.post.deliverEvery('REQUEST')).rejects.toThrow('no REQUEST gets through');
  });

  it('of the kind does not block what a counterpart sends', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage, { closed });
    play.post.put(fromErik('REQUEST', 'bert'));
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(idsDelivered(stage)).toEqual(['counterpart-1']);
  });

  it('for messages of others blocks just those', async () => {
    const stage = new FakeStage();
    const { play } = await held(stage, { closed: { 'message-taken-in': 'takes nothing in' } });
    play.post.put(fromErik('REPLY', 'anna'));
    await expect(play.post.deliver({ method: 'REPLY', from: 'erik' })).rejects.toThrow('takes nothing in');
    stage.send('REPLY', 'bert', 'anna');
    await play.post.afterAction();
    await play.post.deliver({ method: 'REPLY', from: 'bert' });
    expect(idsDelivered(stage)).toEqual(['m1']);
  });
});

import { describe, expect, it } from 'vitest';
import { Blocked, HarnessFault } from '../targets/outcome-errors.js';
import type { BoxEntry } from '../targets/target.js';
import type { Expected } from './post.js';
import { readMessage } from './scheduling-message.js';
import { CAST, FakeStage, playOn } from './testing/fake-stage.js';

const COPY = { uid: 'u1', name: 'u1.ics', data: 'BEGIN:VCALENDAR' };
const ENTRY: BoxEntry = { name: 'in-1.ics', uid: 'u1', data: 'BEGIN:VCALENDAR', recipients: [] };
const REQUEST_TO_BERT: Expected = { method: 'REQUEST', to: 'bert' };
const REQUEST_TO_CARLA: Expected = { method: 'REQUEST', to: 'carla' };

describe('a message that nobody can hold', () => {
  it('has arrived when the calendar of its Recipient changes', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage);
    stage.shows('bert', { calendar: [COPY] });
    await play.post.beforeAction([REQUEST_TO_BERT, REQUEST_TO_CARLA]);
    stage.shows('bert', { calendar: [{ ...COPY, data: 'BEGIN:VCALENDAR, changed' }] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['carla']);
    expect(play.hasHad('bert', 'u1')).toBe(true);
  });

  it('has arrived when something new lies in the Inbox', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage);
    stage.shows('bert', { inbox: [ENTRY] });
    await play.post.beforeAction([REQUEST_TO_BERT]);
    stage.shows('bert', { inbox: [ENTRY, { ...ENTRY, name: 'in-2.ics' }] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
  });

  it('has arrived when something else lies in the place of an entry', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage);
    stage.shows('bert', { inbox: [ENTRY] });
    await play.post.beforeAction([REQUEST_TO_BERT]);
    stage.shows('bert', { inbox: [{ ...ENTRY, data: 'BEGIN:VCALENDAR, later' }] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
  });

  it('has not arrived when everything lies there as before, in whatever order', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage);
    const [one, other] = [ENTRY, { ...ENTRY, name: 'in-2.ics' }];
    stage.shows('bert', { calendar: [COPY], inbox: [one, other] });
    await play.post.beforeAction([REQUEST_TO_BERT]);
    stage.shows('bert', { calendar: [COPY], inbox: [other, one] });
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['bert']);
  });

  it('is waited for until the deadline', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage, { deadlineMs: 5000 });
    await play.post.beforeAction([REQUEST_TO_BERT]);
    let looks = 0;
    stage.observe = () => {
      looks += 1;
      const calendar = looks > 2 ? [COPY] : [];
      return Promise.resolve({ calendar, inbox: [], outbox: [], lastSeen: [] });
    };
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(play.waitedMs).toBeGreaterThan(0);
    expect(play.waitedMs).toBeLessThan(5000);
  });

  it('is expected once, and by its kind', async () => {
    const stage = new FakeStage();
    const { play } = await playOn(stage);
    await play.post.beforeAction([REQUEST_TO_BERT, { method: 'CANCEL', to: 'carla' }]);
    stage.shows('bert', { calendar: [COPY] });
    stage.shows('carla', { calendar: [COPY] });
    expect(await play.post.deliverEvery('REPLY')).toEqual(['nobody']);
    expect(await play.post.deliverEvery('REQUEST')).toEqual([]);
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
    expect(await play.post.deliverEvery('CANCEL')).toEqual([]);
  });

  it('is blocked by the gate of its kind', async () => {
    const { play } = await playOn(new FakeStage(), {
      closed: { 'reply-delivered': 'no REPLY gets through' },
    });
    await expect(play.post.deliverEvery('REPLY')).rejects.toThrow(new Blocked('no REPLY gets through'));
    expect(await play.post.deliverEvery('REQUEST')).toEqual(['nobody']);
  });

  it('has left when it is seen, because it is seen where it arrives', async () => {
    const { play } = await playOn(new FakeStage());
    const message = readMessage(new FakeStage().send('REQUEST', 'anna', 'bert'), CAST);
    expect(message && play.post.hasLeft(message)).toBe(true);
  });

  it('cannot be handled one by one: such a scenario lacks its tag', async () => {
    const { play } = await playOn(new FakeStage());
    const message = readMessage(new FakeStage().send('REQUEST', 'anna', 'bert'), CAST);
    if (message === undefined) throw new Error('the sample cannot be read');
    expect(() => play.post.deliver({ method: 'REQUEST' })).toThrow(HarnessFault);
    expect(() => play.post.put(message)).toThrow(HarnessFault);
    expect(() => play.post.lastArrived('REQUEST', 'bert')).toThrow('@needs:hold-messages');
  });
});

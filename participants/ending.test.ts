import { expect, it } from 'vitest';
import { tellEnding } from './ending.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const HELD = { capabilities: ['hold-messages'] } as const;
const SHOWN = { uid: 'u1', name: 'u1.ics', data: 'BEGIN:VCALENDAR' };

it('tells which messages never arrived', async () => {
  const stage = new FakeStage();
  const { play, traced } = await playOn(stage, HELD);
  stage.send('REQUEST', 'anna', 'bert');
  stage.send('CANCEL', 'anna', 'carla');
  await play.post.afterAction();
  await play.post.deliverEvery('REQUEST');
  await tellEnding(play, false);
  expect(traced.slice(-1)).toEqual(['CANCEL not delivered until the end']);
});

it('shows what everybody sees only where a look has found something else', async () => {
  const stage = new FakeStage();
  stage.shows('carla', { calendar: [SHOWN] });
  const { play, traced } = await playOn(stage, HELD);
  await tellEnding(play, false);
  expect(traced).toEqual([]);
  await tellEnding(play, true);
  expect(traced).toEqual(['in the calendar']);
});

it('does without what cannot be seen any more', async () => {
  const stage = new FakeStage();
  stage.shows('carla', { calendar: [SHOWN] });
  const observe = stage.observe.bind(stage);
  stage.observe = (id) => (id === 'anna' ? Promise.reject(new Error('gone')) : observe(id));
  const { play, traced } = await playOn(stage, HELD);
  await tellEnding(play, true);
  expect(traced).toEqual(['in the calendar']);
});

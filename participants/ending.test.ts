import { expect, it } from 'vitest';
import { Blocked, Mismatch, TargetUnreachable } from '../targets/outcome-errors.js';
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
  await tellEnding(play, undefined);
  expect(traced.slice(-1)).toEqual(['CANCEL not delivered until the end']);
});

it.each([
  [new Mismatch('this', 'that'), ['in the calendar']],
  [new Blocked('no REPLY arrived'), ['in the calendar']],
  [new TargetUnreachable('no connection'), []],
  [undefined, []],
])(
  'shows what everybody sees where something else was found or did not come about: %s',
  async (error, shown) => {
    const stage = new FakeStage();
    stage.shows('carla', { calendar: [SHOWN] });
    const { play, traced } = await playOn(stage, HELD);
    await tellEnding(play, error);
    expect(traced).toEqual(shown);
  },
);

it('does without what cannot be seen any more', async () => {
  const stage = new FakeStage();
  stage.shows('carla', { calendar: [SHOWN] });
  const observe = stage.observe.bind(stage);
  stage.observe = (id) => (id === 'anna' ? Promise.reject(new Error('gone')) : observe(id));
  const { play, traced } = await playOn(stage, HELD);
  await tellEnding(play, new Mismatch('this', 'that'));
  expect(traced).toEqual(['in the calendar']);
});

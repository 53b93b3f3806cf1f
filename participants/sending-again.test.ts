import { describe, expect, it } from 'vitest';
import type { Driver } from '../targets/target.js';

import type { Play } from './play.js';
import { SENT_AGAIN } from './post.js';
import { poll, renotify } from './sending-again.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

const REASON = 'the gate is closed: nothing was sent';

async function meeting(stage: FakeStage, driver: Driver, closed: boolean): Promise<Play> {
  const { play } = await playOn(stage, closed ? { driver, closed: { [SENT_AGAIN]: REASON } } : { driver });
  const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
  const people = { organizer: 'anna', attendees: ['bert'] };
  play.meetings.set('Review', { title: 'Review', uid: 'review@example.com', ...people, start, end: start });
  return play;
}

describe.each([
  ['a meeting that is sent again', (play: Play) => renotify(play, 'anna', 'Review', true)],
  ['a question for the status', (play: Play) => poll(play, 'anna', ['bert'], 'Review')],
])('%s', (_what, act) => {
  it('is blocked where the server is known to ignore the parameter that says it', async () => {
    const stage = new FakeStage();
    await expect(act(await meeting(stage, 'implicit', true))).rejects.toThrow(REASON);
    expect(stage.acts).toEqual([]);
  });

  it.each([
    ['implicit', false],
    ['explicit', true],
  ] as const)('is tried under the %s driver, closed: %s', async (driver, closed) => {
    const stage = new FakeStage();
    await act(await meeting(stage, driver, closed));
    expect(stage.acts).toHaveLength(1);
  });
});

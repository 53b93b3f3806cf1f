import { expect, it } from 'vitest';
import { FakeStage, playOn } from './testing/fake-stage.js';
import { usualShare, waitFor } from './wait.js';

/** A look that finds it at the nth time. */
function found(nth: number): () => Promise<boolean> {
  let looks = 0;
  return () => {
    looks += 1;
    return Promise.resolve(looks >= nth);
  };
}

const isTrue = (seen: boolean) => seen;

it('what a target usually takes follows from its longest wait that was worth it, within bounds', async () => {
  const { play } = await playOn(new FakeStage(), { deadlineMs: 2000 });
  expect(usualShare(play, 0.5)).toBe(0.05);
  await waitFor(play, found(1), isTrue);
  expect(usualShare(play, 0.5)).toBe(0.05);
  await waitFor(play, found(3), isTrue);
  expect(usualShare(play, 0.5)).toBeCloseTo((5 * 60) / 2000);
  expect(usualShare(play, 0.1)).toBe(0.1);
  await waitFor(play, found(2), isTrue);
  expect(usualShare(play, 0.5)).toBeCloseTo((5 * 60) / 2000);
});

it('a wait that was in vain tells nothing of it', async () => {
  const { play } = await playOn(new FakeStage(), { deadlineMs: 100 });
  await waitFor(play, () => Promise.resolve(false), isTrue);
  expect(usualShare(play, 2)).toBe(1);
});

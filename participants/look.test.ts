import { describe, expect, it } from 'vitest';
import { Blocked, Mismatch } from '../targets/outcome-errors.js';
import { checkGate, expectThat, type Finding } from './look.js';
import { FakeStage, playOn } from './testing/fake-stage.js';

/** A look that finds this, look by look; the last one for ever. */
function finds(...findings: readonly boolean[]): { look: () => Promise<Finding>; count: () => number } {
  let looks = 0;
  const look = () => {
    const holds = findings[Math.min(looks, findings.length - 1)] ?? false;
    looks += 1;
    return Promise.resolve({ holds, actual: `look ${looks}`, evidence: `seen ${looks}` });
  };
  return { look, count: () => looks };
}

async function failure(expecting: Promise<void>): Promise<unknown> {
  return expecting.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a look', () => {
  it('is enough when it holds', async () => {
    const { play } = await playOn(new FakeStage());
    const { look, count } = finds(true);
    await expectThat(play, 'it', look);
    expect(count()).toBe(1);
  });

  it('is repeated until it holds', async () => {
    const { play } = await playOn(new FakeStage(), { deadlineMs: 5_000 });
    const { look, count } = finds(false, false, true);
    await expectThat(play, 'it', look);
    expect(count()).toBe(3);
  });

  it('fails with what was seen last', async () => {
    const { play } = await playOn(new FakeStage());
    const error = await failure(expectThat(play, 'what should be', finds(false).look));
    expect(error).toBeInstanceOf(Mismatch);
    expect(error).toMatchObject({ expected: 'what should be', actual: 'look 1', evidence: 'seen 1' });
  });
});

describe('where it can be proved that nothing more comes', () => {
  const LONG = 60_000;

  it('a look that fails is final, long before the deadline', async () => {
    const { play } = await playOn(new FakeStage(), { deadlineMs: LONG });
    const { look } = finds(false);
    const error = await failure(expectThat(play, 'it', look, () => Promise.resolve(true)));
    expect(error).toBeInstanceOf(Mismatch);
  });

  it('one more look decides, since the proof itself takes time', async () => {
    const { play } = await playOn(new FakeStage());
    await expect(
      expectThat(play, 'it', finds(false, true).look, () => Promise.resolve(true)),
    ).resolves.toBeUndefined();
  });

  it('nothing is proved before it is needed', async () => {
    const { play } = await playOn(new FakeStage(), { deadlineMs: LONG });
    const proof = () => Promise.reject(new Error('not needed'));
    await expectThat(play, 'it', finds(false, true).look, proof);
  });

  it('without proof it is waited until the deadline', async () => {
    const { play } = await playOn(new FakeStage(), { deadlineMs: 100 });
    const { look, count } = finds(false, false, false, true);
    await expectThat(play, 'it', look, () => Promise.resolve(false));
    expect(count()).toBe(4);
  });
});

it('a closed gate blocks', async () => {
  const { play } = await playOn(new FakeStage(), { closed: { 'reply-delivered': 'nothing arrives' } });
  expect(() => checkGate(play, 'REPLY')).toThrow(Blocked);
  expect(() => checkGate(play, 'REPLY')).toThrow('nothing arrives');
  expect(() => checkGate(play, 'REQUEST')).not.toThrow();
});

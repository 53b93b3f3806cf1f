import { describe, expect, it } from 'vitest';
import { MalformedAnswer } from '../outcome-errors.js';
import { Chores, Clearing } from './clearing.js';

/** A server with so many objects of ours; each look and each removal is a request. */
class Leftovers {
  requests = 0;
  looks = 0;
  left: number;
  /** Removals that are answered, but not carried out. */
  stubborn = 0;

  constructor(left: number) {
    this.left = left;
  }

  readonly sweep = async function* (this: Leftovers): AsyncGenerator<void, number> {
    this.requests += 1;
    this.looks += 1;
    const found = this.left;
    for (let count = 0; count < found; count += 1) {
      yield;
      this.requests += 1;
      if (count >= this.stubborn) this.left -= 1;
      await Promise.resolve();
    }
    return found;
  }.bind(this);

  clearing(deadlineMs = 1000): Clearing {
    return new Clearing(this.sweep, { deadlineMs });
  }
}

describe('what a scenario left behind', () => {
  it('is gone when two looks in a row find none', async () => {
    const on = new Leftovers(3);
    await on.clearing().finish();
    expect([on.left, on.looks]).toEqual([0, 3]);
  });

  it('is looked for again where more came up after a look that found none', async () => {
    const on = new Leftovers(0);
    const clearing = on.clearing();
    while (await clearing.step());
    on.left = 2;
    await clearing.finish();
    expect([on.left, on.looks]).toEqual([0, 4]);
  });

  it('is told where the server does not let it go', async () => {
    const on = new Leftovers(2);
    on.stubborn = 1;
    await expect(on.clearing(50).finish()).rejects.toThrow('the server still holds 1 of our objects');
    await expect(on.clearing(50).finish()).rejects.toThrow(MalformedAnswer);
  });

  it('is cleared once, however often that is asked for', async () => {
    const on = new Leftovers(1);
    const clearing = on.clearing();
    await clearing.finish();
    const { requests } = on;
    await clearing.finish();
    expect(on.requests).toBe(requests);
  });
});

describe('while something else is waited for', () => {
  it('one request is made at a time, and the last look is left for later', async () => {
    const on = new Leftovers(2);
    const clearing = on.clearing();
    const made: number[] = [];
    while (await clearing.step()) made.push(on.requests);
    expect(made).toEqual([1, 2, 3, 4]);
    expect(await clearing.step()).toBe(false);
    await clearing.finish();
    expect([on.left, on.requests]).toEqual([0, 5]);
  });

  it('what goes wrong is told in the end, and ends it', async () => {
    const clearing = new Clearing(
      // biome-ignore lint/correctness/useYield: it fails before
      async function* () {
        await Promise.reject(new MalformedAnswer('500', ''));
        return 0;
      },
      { deadlineMs: 1000 },
    );
    expect(await clearing.step()).toBe(true);
    expect(await clearing.step()).toBe(false);
    await expect(clearing.finish()).rejects.toThrow('500');
  });

  it('the clearing that was handed over last is done', async () => {
    const [one, other] = [new Leftovers(1), new Leftovers(1)];
    const chores = new Chores();
    expect(await chores.step()).toBe(false);
    chores.take(one.clearing());
    chores.take(other.clearing());
    while (await chores.step());
    expect([one.left, other.left]).toEqual([1, 0]);
  });
});

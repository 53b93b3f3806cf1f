import { createHash } from 'node:crypto';

/**
 * The same things in another order, which depends on the seed alone: each goes by the hash of the seed and its name,
 * so that adding one thing does not move the others about.
 */
export function shuffled<T>(things: readonly T[], seed: string, nameOf: (thing: T) => string): T[] {
  const key = (thing: T): string =>
    createHash('sha256')
      .update(`${seed}\n${nameOf(thing)}`)
      .digest('hex');
  return things
    .map((thing) => ({ thing, key: key(thing) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ thing }) => thing);
}

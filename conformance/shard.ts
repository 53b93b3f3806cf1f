import { createHash } from 'node:crypto';
import type { Shard } from './results.js';

/** Which part of a run this is: one of `of`, counted from 1. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/**
 * The things that belong to a part. Each goes by the hash of its id alone, so that the parts are disjoint, together are
 * all, and stay as they are when other things come and go.
 */
export function partOf<T extends { readonly id: string }>(things: readonly T[], { index, of }: Part): T[] {
  return things.filter(({ id }) => Number(BigInt(`0x${digestOf([id])}`) % BigInt(of)) === index - 1);
}

/** What results say of the part that they are of everything that was selected. */
export function shardOf(selected: readonly { readonly id: string }[], part: Part): Shard {
  const ids = selected.map(({ id }) => id).sort((one, other) => (one < other ? -1 : 1));
  return { ...part, selected: ids.length, digest: digestOf(ids) };
}

function digestOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 16);
}

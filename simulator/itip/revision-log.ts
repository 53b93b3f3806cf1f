import type { Revision } from './revision.js';

type Pair = readonly [key: string, revision: Revision];
interface Leaf {
  readonly hash: number;
  readonly pairs: readonly Pair[];
}
type Branch = readonly (Node | undefined)[];
type Node = Leaf | Branch;

const BITS = 5;
const WIDTH = 2 ** BITS;

/**
 * Revisions by key. A log never changes: adding makes another one that shares nearly all with the first (a trie over
 * the hash of the key), so that one REPLY among thousands does not copy the others.
 */
export class RevisionLog implements Iterable<Pair> {
  static readonly EMPTY = new RevisionLog(undefined);
  readonly #root: Node | undefined;

  private constructor(root: Node | undefined) {
    this.#root = root;
  }

  /** Whether nothing is in it. */
  get isEmpty(): boolean {
    return this.#root === undefined;
  }

  /** The revision of that key, if there is one. */
  get(key: string): Revision | undefined {
    const hash = hashOf(key);
    let node = this.#root;
    for (let shift = 0; node !== undefined && !isLeaf(node); shift += BITS) node = node[slot(hash, shift)];
    return node?.pairs.find(([name]) => name === key)?.[1];
  }

  /** A log that also has this revision, in the place of an earlier one of that key. */
  with(key: string, revision: Revision): RevisionLog {
    return new RevisionLog(inserted(this.#root, hashOf(key), 0, [key, revision]));
  }

  /** All pairs, in an order that depends on nothing but the keys. */
  *[Symbol.iterator](): Iterator<Pair> {
    yield* pairsIn(this.#root);
  }
}

function inserted(node: Node | undefined, hash: number, shift: number, pair: Pair): Node {
  if (node === undefined) return { hash, pairs: [pair] };
  if (!isLeaf(node)) {
    const at = slot(hash, shift);
    return node.with(at, inserted(node[at], hash, shift + BITS, pair));
  }
  if (node.hash === hash) return { hash, pairs: [...node.pairs.filter(([key]) => key !== pair[0]), pair] };
  const branch = new Array<Node | undefined>(WIDTH).fill(undefined).with(slot(node.hash, shift), node);
  return inserted(branch, hash, shift, pair);
}

function* pairsIn(node: Node | undefined): Generator<Pair> {
  if (node === undefined) return;
  if (isLeaf(node)) yield* node.pairs;
  else for (const part of node) yield* pairsIn(part);
}

function isLeaf(node: Node): node is Leaf {
  return !Array.isArray(node);
}

function slot(hash: number, shift: number): number {
  return (hash >>> shift) & (WIDTH - 1);
}

/** FNV-1a, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

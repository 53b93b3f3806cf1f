import type { JCalComponent } from '../icalendar/jcal.js';
import { MemoryStore } from '../runtime/memory-store.js';
import type { Codec, Store, Table } from '../runtime/store.js';

/** A scheduling message on its way from one Originator to one Recipient. */
export interface Travelling {
  readonly id: string;
  readonly originator: string;
  readonly recipient: string;
  readonly calendar: JCalComponent;
}

/** The in-memory network: messages lie in it, in order of sending, until somebody takes them. */
export interface Network {
  /** Sends one copy to each Recipient, in their order. */
  send(originator: string, recipients: readonly string[], calendar: JCalComponent): void;
  /** Takes the messages that were sent since the last call, oldest first: all, or those that are wanted. */
  drain(isWanted?: (message: Travelling) => boolean): Travelling[];
}

/** The network of a store. Ids count from `message-1`, so a run repeats itself exactly. */
export function createNetwork(store: Store = new MemoryStore()): Network {
  /** The copies of each sending, by the id of the first. */
  const waiting = store.table('network', copiesOfOne);
  const counters = store.table<number>('network-counters');
  return {
    send(originator, recipients, calendar) {
      let sent = counters.get('sent') ?? 0;
      const copies: Travelling[] = [];
      for (const recipient of recipients) {
        sent += 1;
        copies.push({ id: `message-${sent}`, originator, recipient, calendar });
      }
      const [first] = copies;
      if (first === undefined) return;
      counters.set('sent', sent);
      waiting.set(first.id, copies);
    },
    drain: (isWanted = () => true) => taken(waiting, isWanted),
  };
}

type Sendings = Table<readonly Travelling[]>;

function taken(waiting: Sendings, isWanted: (message: Travelling) => boolean): Travelling[] {
  const wanted: Travelling[] = [];
  for (const [key, copies] of waiting) {
    const left: Travelling[] = [];
    for (const copy of copies) (isWanted(copy) ? wanted : left).push(copy);
    if (left.length === 0) waiting.delete(key);
    else if (left.length < copies.length) waiting.set(key, left);
  }
  return wanted;
}

interface WrittenCopies {
  readonly originator: string;
  readonly calendar: JCalComponent;
  readonly copies: readonly (readonly [id: string, recipient: string])[];
}

/** All copies of a sending are the same message, which is written down once. */
const copiesOfOne: Codec<readonly Travelling[]> = {
  write: (all): WrittenCopies | undefined => {
    const [first] = all;
    if (first === undefined) return undefined;
    const { originator, calendar } = first;
    return { originator, calendar, copies: all.map(({ id, recipient }) => [id, recipient]) };
  },
  read: (written) => {
    const { originator, calendar, copies } = written as WrittenCopies;
    return copies.map(([id, recipient]) => ({ id, originator, recipient, calendar }));
  },
};

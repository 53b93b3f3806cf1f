import type { JCalComponent } from '../icalendar/jcal.js';
import { MemoryStore } from '../runtime/memory-store.js';
import type { Store } from '../runtime/store.js';

/** A scheduling message on its way from one Originator to one Recipient. */
export interface Travelling {
  readonly id: string;
  readonly originator: string;
  readonly recipient: string;
  readonly calendar: JCalComponent;
}

/** The in-memory network: messages lie in it, in order of sending, until somebody takes them. */
export interface Network {
  send(originator: string, recipient: string, calendar: JCalComponent): Travelling;
  /** Takes the messages that were sent since the last call, oldest first: all, or those that are wanted. */
  drain(isWanted?: (message: Travelling) => boolean): Travelling[];
}

/** The network of a store. Ids count from `message-1`, so a run repeats itself exactly. */
export function createNetwork(store: Store = new MemoryStore()): Network {
  const waiting = store.table<Travelling>('network');
  const counters = store.table<number>('network-counters');
  return {
    send(originator, recipient, calendar) {
      const sent = (counters.get('sent') ?? 0) + 1;
      counters.set('sent', sent);
      const message = { id: `message-${sent}`, originator, recipient, calendar };
      waiting.set(message.id, message);
      return message;
    },
    drain(isWanted = () => true) {
      const taken = [...waiting.values()].filter(isWanted);
      for (const { id } of taken) waiting.delete(id);
      return taken;
    },
  };
}

import type { Store } from '../runtime/store.js';

/** What a scheduling service remembers, by the first word of the name of its tables. */
export type Memory =
  | 'calendar'
  | 'inbox'
  | 'outbox'
  | 'mail-queue'
  | 'pending'
  | 'held'
  | 'notices'
  | 'rights'
  | 'processing'
  | 'counters'
  | 'network'
  | 'network-counters';

/** What is left after a restart. */
export interface StoreRules {
  /** Whether the service finds again what it remembered: all of it. */
  survives(memory: Memory): boolean;
}

export const storeRules: StoreRules = {
  survives: () => true,
};

/** A store in which a service that begins finds only what survives. */
export function survivingStore(store: Store, rules: StoreRules): Store {
  return {
    table: (name, codec) => {
      const table = store.table(name, codec);
      const [memory] = name.split(' ');
      if (!rules.survives(memory as Memory)) for (const key of [...table.keys()]) table.delete(key);
      return table;
    },
    commit: () => store.commit(),
    close: () => store.close(),
  };
}

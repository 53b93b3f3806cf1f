import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../runtime/memory-store.js';
import { storeRules, survivingStore } from './store-rules.js';

const TABLES = ['inbox anna', 'inbox bert', 'rights'];

function reopened(survives = storeRules.survives): string[] {
  const kept = new MemoryStore();
  for (const name of TABLES) kept.table(name).set('one', 1);
  const again = survivingStore(kept.reopened(), { survives });
  return TABLES.filter((name) => again.table(name).size > 0);
}

describe('a store that is opened again', () => {
  it('has all that it had', () => {
    expect(reopened()).toEqual(TABLES);
  });

  it('has nothing of a kind that does not survive, of no user', () => {
    expect(reopened((memory) => memory !== 'inbox')).toEqual(['rights']);
  });
});

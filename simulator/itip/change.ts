import type { Entry } from './entry.js';
import type { Outgoing } from './message.js';

/** What one side becomes by an act of its own, and what leaves it. */
export interface Change {
  /** Undefined when nothing is left of the entry. */
  readonly entry: Entry | undefined;
  readonly outgoing: readonly Outgoing[];
}

import type { Lines } from './row.js';

/** Something in which the catalogue and the RFC text disagree. */
export interface AccountProblem {
  readonly kind:
    | 'keyword'
    | 'example'
    | 'table-row'
    | 'table-differs'
    | 'no-such-section'
    | 'no-such-lines'
    | 'no-such-level'
    | 'wrong-title'
    | 'needless-exclusion';
  /** The place in the RFC, the row or the file that it is about. */
  readonly where: string;
  readonly text: string;
}

/** A range of lines for people. */
export function rangeText([from, to]: Lines): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`;
}

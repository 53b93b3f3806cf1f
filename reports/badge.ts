import type { Results } from '../conformance/results.js';
import { verdictOf } from './verdict.js';

/** A badge in the format of the shields.io endpoint. */
export interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: 'red' | 'yellow' | 'brightgreen' | 'lightgrey';
}

/**
 * The verdict on a run in a few words. It says `passing` only when every requirement of the whole suite was judged
 * and none is broken, SHOULD rules included under `strict`; of less than that it says how much was judged.
 */
export function badgeOf(results: Results, strict = false): Badge {
  const { requirements, suite, profile, interrupted } = results;
  const { kind } = verdictOf(results, strict);
  const count = (...outcomes: readonly string[]): number =>
    requirements.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const judged = count('passed', 'failed', 'warned');
  const held = `${strict ? count('passed') : count('passed', 'warned')} of ${requirements.length}`;
  const label = `iTIP ${profile}`;
  if (kind === 'broken') return { schemaVersion: 1, label, message: `${held} hold`, color: 'red' };
  if (kind === 'nothing') return { schemaVersion: 1, label, message: 'not judged', color: 'lightgrey' };
  const whole = suite.selected === suite.scenarios && !interrupted;
  if (whole && judged === requirements.length) {
    return { schemaVersion: 1, label, message: `passing ${judged}`, color: 'brightgreen' };
  }
  const part = whole ? '' : ' in a part of the suite';
  return {
    schemaVersion: 1,
    label,
    message: `${judged} of ${requirements.length} judged${part}`,
    color: 'yellow',
  };
}

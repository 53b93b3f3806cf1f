import { type Deviation, deviationsOf, isJudged, ownWasJudged } from '../conformance/deviations.js';
import type { Results, ScenarioResult } from '../conformance/results.js';
import { UNJUDGED } from './unjudged.js';

/**
 * What results come to. `broken`: at least one requirement is not met or could not be decided; `nothing`: nothing was
 * judged; `partly`: nothing is broken, but not all was judged; `clean`: all that was selected is met.
 */
export interface Verdict {
  readonly kind: 'broken' | 'nothing' | 'partly' | 'clean';
  /** The same as a sentence without full stop. */
  readonly text: string;
}

/** The verdict on a run. A requirement that was not judged is never said to be met. SHOULD counts if `strict`. */
export function verdictOf(results: Results, strict = false): Verdict {
  const { requirements, interrupted, scenarios, suite } = results;
  const judged = requirements.filter(({ outcome }) => isJudged(outcome)).length;
  const warned = requirements.filter(({ outcome }) => outcome === 'warned').length;
  const all = requirements.length;
  const where = interrupted
    ? `; the run was interrupted after ${scenarios.filter(hasItsTurn).length} of ${suite.selected} scenarios`
    : '';
  const should = warned === 0 || strict ? '' : `; ${plural(warned, 'SHOULD')} not followed`;
  const say = (kind: Verdict['kind'], text: string): Verdict => ({ kind, text: `${text}${should}${where}` });
  const broken = brokenText(results, strict);
  if (broken !== undefined) return say('broken', broken);
  if (!scenarios.some(ownWasJudged)) return say('nothing', 'nothing was judged');
  if (judged < all || interrupted) {
    return say('partly', `no requirement broken, but only ${judged} of ${all} fully judged`);
  }
  return say(
    'clean',
    warned === 0 ? `all ${plural(all, 'requirement')} met` : `no requirement broken of ${all}`,
  );
}

/** False for what an interrupted run did not get to. */
function hasItsTurn({ outcome, durationMs }: ScenarioResult): boolean {
  return outcome !== 'inconclusive' || durationMs > 0;
}

/** How many requirements are not met, how many could not be decided, and how many were not judged. */
function brokenText(results: Results, strict: boolean): string | undefined {
  const deviations = deviationsOf(results, strict);
  if (deviations.length === 0) return undefined;
  const ids = (wanted: readonly Deviation[]): Set<string> =>
    new Set(wanted.map(({ requirement }) => requirement));
  const unmet = ids(deviations.filter(({ outcome }) => outcome === 'failed' || outcome === 'warned'));
  const undecided = ids(deviations.filter(({ requirement }) => !unmet.has(requirement)));
  const unjudged = results.requirements.filter(({ outcome }) => UNJUDGED.includes(outcome));
  const counts = [
    [unmet.size, 'not met'],
    [undecided.size, 'undecided'],
    [unjudged.length, 'not judged'],
  ] as const;
  const all = plural(results.requirements.length, 'requirement');
  return counts
    .filter(([count]) => count > 0)
    .map(([count, words], index) => (index === 0 ? `${count} of ${all} ${words}` : `${count} ${words}`))
    .join(', ');
}

/** A number with its word, e.g. `1 check`, `2 checks`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

import { isJudged } from '../../conformance/deviations.js';
import type { Finding } from '../../conformance/findings/gather.js';
import type { Outcome } from '../../conformance/results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import type { Profile } from '../../requirements/row.js';
import { strengthOf } from '../rows.js';

/** How a finding stands: its worst outcome, how strong the rules are that it breaks, and how many checks show it. */
export interface Standing {
  readonly outcome: Outcome;
  /** The same in a word, and whether another reading excuses it. */
  readonly verdict: string;
  /** E.g. `MUST, implied MUST`; of what was not judged at all, that. */
  readonly level: string;
  /** Those that are broken; none where nothing was judged. */
  readonly requirements: readonly string[];
  readonly checks: number;
}

const WORST_FIRST: readonly Outcome[] = ['failed', 'warned', 'errored', 'inconclusive', 'blocked'];
const STRONGEST_FIRST = ['MUST', 'MUST NOT', 'implied MUST', 'SHOULD', 'SHOULD NOT', 'implied SHOULD'];

/**
 * Of the requirements only those of the worst outcome count: what a SHOULD is about is warned of beside a failure, and
 * what was not judged is broken by nobody.
 */
export function standingOf({ note, shown }: Finding, catalogue: Catalogue, profile: Profile): Standing {
  const outcomes = shown.map(({ check }) => check.outcome);
  const outcome = WORST_FIRST.find((one) => outcomes.includes(one)) ?? 'blocked';
  const own = shown.filter(({ check }) => check.outcome === outcome);
  const requirements = [...new Set(own.map(({ check }) => check.requirement))];
  const levels = requirements.flatMap((id) => {
    const row = catalogue.rows.get(id);
    return row === undefined ? [] : [strengthOf(row, profile)];
  });
  const level = STRONGEST_FIRST.filter((one) => levels.includes(one)).join(', ');
  return {
    outcome,
    verdict: note.excused ? `${outcome}, excused` : outcome,
    level: isJudged(outcome) ? level : 'not judged',
    requirements: isJudged(outcome) ? requirements : [],
    checks: shown.length,
  };
}

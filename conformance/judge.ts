import type { Catalogue } from '../requirements/catalogue.js';
import { levelOf, type Profile, type Row, severityOf } from '../requirements/row.js';
import type { Trouble } from '../targets/lane.js';
import {
  Blocked,
  HarnessFault,
  Inconclusive,
  MalformedAnswer,
  Mismatch,
  NotExpressible,
  TargetUnreachable,
} from '../targets/outcome-errors.js';
import type { Finding } from './ambient/finding.js';
import type { Check, Outcome } from './results.js';

/** How verdicts are reached: what a scenario's end and the ambient findings say about requirements. */

interface Verdict {
  readonly outcome: Outcome;
  readonly reason?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly message?: string;
}

/** The check of the row that a scenario judges, from how it ended. */
export function checkOf(row: Row, trouble: Trouble | undefined, profile: Profile): Check {
  const verdict: Verdict = trouble === undefined ? { outcome: 'passed' } : verdictOn(row, trouble, profile);
  return { requirement: row.id, level: levelOf(row, profile), ambient: false, ...verdict };
}

/** The check, with what went wrong after its verdict at the end of its reason; what only repeats it is left out. */
export function withLater(check: Check, later: readonly Trouble[]): Check {
  const reasons = [check.reason ?? ''];
  for (const { error, sentence } of later) {
    const text = error instanceof Error ? error.message : String(error);
    if (reasons.some((known) => known.includes(text))) continue;
    reasons.push(`then, while ${sentence}: ${text}`);
  }
  return reasons.length === 1 ? check : { ...check, reason: reasons.join('; ') };
}

/** A check that no scenario was played for. */
export function unplayedCheck(row: Row, outcome: Outcome, reason: string, profile: Profile): Check {
  return { requirement: row.id, level: levelOf(row, profile), ambient: false, outcome, reason };
}

/** The checks from the ambient findings of one scenario. Throws HarnessFault when one is about no row. */
export function ambientChecks(findings: readonly Finding[], catalogue: Catalogue, profile: Profile): Check[] {
  return findings.flatMap((finding) => {
    const row = catalogue.rows.get(finding.requirement);
    if (row === undefined) throw new HarnessFault(`no row is called ${finding.requirement}`);
    if (!row.profiles.includes(profile)) return [];
    const { reason, expected, actual, message } = finding;
    const outcome = finding.ok ? 'passed' : broken(row, profile);
    const details = Object.fromEntries(
      Object.entries({ reason, expected, actual, message }).filter(([, value]) => value !== undefined),
    );
    const base = { requirement: row.id, level: levelOf(row, profile), ambient: true };
    return [outcome === 'passed' ? { ...base, outcome } : { ...base, outcome, ...details }];
  });
}

/** True when the trouble is ours: the run then ends with exit code 4. */
export function isHarnessFault({ error }: Trouble): boolean {
  return !(error instanceof Mismatch) && !KNOWN.some(([kind]) => error instanceof kind);
}

const KNOWN: readonly (readonly [new (...parameters: never[]) => Error, Outcome])[] = [
  [Blocked, 'blocked'],
  [Inconclusive, 'inconclusive'],
  [NotExpressible, 'not-expressible'],
  [TargetUnreachable, 'errored'],
  [MalformedAnswer, 'errored'],
];

function verdictOn(row: Row, trouble: Trouble, profile: Profile): Verdict {
  const { error, phase, sentence } = trouble;
  if (error instanceof Mismatch) {
    if (phase === 'look') return judged(row, error, profile);
    return { outcome: 'blocked', reason: `could not be arranged: ${sentence} (${error.message})` };
  }
  const known = KNOWN.find(([kind]) => error instanceof kind);
  const reason = error instanceof Error ? error.message : String(error);
  if (known === undefined) return { outcome: 'errored', reason: `fault of the harness: ${reason}` };
  const message = error instanceof MalformedAnswer ? { message: error.exchange } : {};
  return { outcome: known[1], reason, ...message };
}

function judged(row: Row, mismatch: Mismatch, profile: Profile): Verdict {
  const { expected, actual, evidence } = mismatch;
  const outcome = broken(row, profile);
  const message = evidence === undefined ? {} : { message: evidence };
  const reason =
    outcome === 'not-applicable' ? 'does not use this permission' : `expected ${expected}, found ${actual}`;
  return { outcome, reason, expected, actual, ...message };
}

/** The outcome of a rule that was broken: a permission cannot be. */
function broken(row: Row, profile: Profile): Outcome {
  const severity = severityOf(row, profile);
  return severity === 'must' ? 'failed' : severity === 'should' ? 'warned' : 'not-applicable';
}

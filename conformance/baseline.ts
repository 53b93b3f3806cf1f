import { stringify } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../targets/outcome-errors.js';
import { DEVIATING, type Deviation, deviationsOf, keyOf, outcomesByPlace, wasJudged } from './deviations.js';
import { type Outcome, type Results, worstOf } from './results.js';
import { parseStrictYaml, readStrictYaml } from './strict-yaml.js';

/** Reason that `itip baseline update` writes for what nobody has explained so far. */
export const NOT_YET_EXPLAINED = 'not yet explained';

export const BaselineEntry = z.strictObject({
  scenario: z.string().min(1).describe('id of the scenario as in results.json'),
  requirement: z
    .string()
    .min(1)
    .describe('id of the requirement; `(scenario)` for the scenario as a whole, `gate:NAME` for a gate'),
  outcome: z.enum(DEVIATING),
  reason: z.string().trim().min(1).describe('why this deviation is known and accepted'),
  finding: z
    .string()
    .min(1)
    .optional()
    .describe('id of the finding, in the notes about the target, that explains it'),
  link: z.string().min(1).optional().describe('where the deviation is tracked'),
  expires: z.iso.date().optional().describe('last day on which the entry excuses the deviation'),
  flaky: z.boolean().optional().describe('counted, but neither breaks a run nor goes stale'),
});
export type BaselineEntry = z.infer<typeof BaselineEntry>;

/** Known deviations of one target. */
export const Baseline = z.strictObject({
  target: z.string().min(1).describe('name of the target, as in results.json'),
  entries: z.array(BaselineEntry),
});
export type Baseline = z.infer<typeof Baseline>;

/** An entry together with what this run found at its place. */
export interface MatchedEntry {
  readonly entry: BaselineEntry;
  readonly now: Outcome;
}

/** How a run compares with its baseline. Every entry is in at most one list; entries not selected are in none. */
export interface BaselineReport {
  /** Listed and not passed. */
  readonly known: readonly MatchedEntry[];
  /** Listed as flaky, whatever the outcome. */
  readonly flaky: readonly MatchedEntry[];
  /** Deviations that no entry lists with this outcome. They break the run. */
  readonly unlisted: readonly Deviation[];
  /** Listed, but it passes or no longer exists. */
  readonly stale: readonly { readonly entry: BaselineEntry; readonly why: string }[];
  /** Listed and still deviating, but past its date. They break the run. */
  readonly expired: readonly MatchedEntry[];
}

/** Reads a baseline. Throws a UsageError that names file, entry and key; also when it is another target's. */
export function loadBaseline(path: string, target?: string): Baseline {
  return accepted(readStrictYaml(path, Baseline), path, target);
}

/** The same for text that was already read. */
export function parseBaseline(text: string, file: string, target?: string): Baseline {
  return accepted(parseStrictYaml(text, file, Baseline), file, target);
}

function accepted(baseline: Baseline, file: string, target: string | undefined): Baseline {
  if (target !== undefined && baseline.target !== target) {
    throw new UsageError(`${file} is the baseline of target \`${baseline.target}\`, not of \`${target}\``);
  }
  const seen = new Map<string, number>();
  for (const [index, entry] of baseline.entries.entries()) {
    const key = `${keyOf(entry)}\n${entry.outcome}`;
    const first = seen.get(key);
    if (first !== undefined) {
      throw new UsageError(`${file}: entries[${index}] repeats entries[${first}] (${entry.scenario})`);
    }
    seen.set(key, index);
  }
  return baseline;
}

interface Comparison {
  readonly results: Results;
  readonly places: ReadonlyMap<string, readonly Outcome[]>;
  readonly deviations: readonly Deviation[];
  readonly today: string;
}

/**
 * Compares a run with a baseline. `today` is `YYYY-MM-DD`; an entry excuses up to and including its last day.
 * Under `strict`, warned checks need listing too.
 */
export function compareWithBaseline(
  results: Results,
  baseline: Baseline,
  today: string,
  { strict = false }: { readonly strict?: boolean } = {},
): BaselineReport {
  const places = outcomesByPlace(results);
  const deviations = deviationsOf(results, strict);
  const sorted: Placed[] = baseline.entries.map((entry) =>
    place(entry, { results, places, deviations, today }),
  );
  const matched = (kind: 'known' | 'flaky' | 'expired'): MatchedEntry[] =>
    sorted.flatMap((item) => (item.kind === kind ? [{ entry: item.entry, now: item.now }] : []));
  return {
    known: matched('known'),
    flaky: matched('flaky'),
    unlisted: deviations.filter((deviation) => !baseline.entries.some((entry) => covers(entry, deviation))),
    stale: sorted.flatMap((item) => (item.kind === 'stale' ? [{ entry: item.entry, why: item.why }] : [])),
    expired: matched('expired'),
  };
}

type Placed =
  | { readonly kind: 'known' | 'flaky' | 'expired'; readonly entry: BaselineEntry; readonly now: Outcome }
  | { readonly kind: 'stale'; readonly entry: BaselineEntry; readonly why: string }
  /** Not selected in this run, or its outcome changed and is reported as unlisted. */
  | { readonly kind: 'none'; readonly entry: BaselineEntry };

function place(entry: BaselineEntry, comparison: Comparison): Placed {
  const { places, deviations, today } = comparison;
  const outcomes = places.get(keyOf(entry));
  if (outcomes === undefined) return unseen(entry, comparison.results);
  const now = outcomes.includes(entry.outcome) ? entry.outcome : worstOf(outcomes);
  const here = deviations.filter((deviation) => keyOf(deviation) === keyOf(entry));
  const covered = here.some((deviation) => covers(entry, deviation));
  if (covered && entry.expires !== undefined && today > entry.expires) return { kind: 'expired', entry, now };
  if (entry.flaky === true) return { kind: 'flaky', entry, now };
  if (now === 'passed') return { kind: 'stale', entry, why: `listed as ${entry.outcome}, but it passes` };
  return covered || here.length === 0 ? { kind: 'known', entry, now } : { kind: 'none', entry };
}

/** The place does not exist in this run: stale only if it should have been there. */
function unseen(entry: BaselineEntry, results: Results): Placed {
  const whole = results.suite.selected === results.suite.scenarios && !results.interrupted;
  if (!whole || entry.flaky === true) return { kind: 'none', entry };
  const scenario = results.scenarios.find(({ id }) => id === entry.scenario);
  if (scenario === undefined) return { kind: 'stale', entry, why: 'the suite has no such scenario' };
  if (!wasJudged(scenario)) return { kind: 'none', entry };
  return { kind: 'stale', entry, why: 'the scenario does not judge this requirement' };
}

/** A flaky entry covers every outcome of its place, any other only its own. */
export function covers(entry: BaselineEntry, deviation: Omit<Deviation, 'reason'>): boolean {
  return keyOf(entry) === keyOf(deviation) && (entry.flaky === true || entry.outcome === deviation.outcome);
}

/**
 * YAML text of the baseline under which this run would be accepted, for `itip baseline update`. Entries that
 * still hold, and those not selected in this run, stay as they are with their reasons (an expired one stays
 * expired: its date was set on purpose). Stale entries and those whose outcome changed are dropped.
 *
 * @throws UsageError when the run was interrupted: what it did not get to play is no known deviation
 */
export function writeBaseline(results: Results, previous?: Baseline, strict = false): string {
  if (results.interrupted) {
    throw new UsageError('the run was interrupted; a baseline is written from one that came to its end');
  }
  const old = previous ?? { target: results.target.name, entries: [] };
  const report = compareWithBaseline(results, old, '0000-01-01', { strict });
  const deviating = new Set(deviationsOf(results, strict).map(keyOf));
  const matched = new Set([...report.known, ...report.flaky].map(({ entry }) => entry));
  const stale = new Set(report.stale.map(({ entry }) => entry));
  const kept = old.entries.filter(
    (entry) => matched.has(entry) || (!stale.has(entry) && !deviating.has(keyOf(entry))),
  );
  const added = report.unlisted.map(({ scenario, requirement, outcome }) =>
    BaselineEntry.parse({ scenario, requirement, outcome, reason: NOT_YET_EXPLAINED }),
  );
  const entries = [...kept, ...added].sort(byPlace);
  return `${HEADER}${stringify({ target: results.target.name, entries }, { lineWidth: 0 })}`;
}

const HEADER =
  '# Known deviations of this target. Written by `itip baseline update`; reasons are yours to edit.\n';

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [`${keyOf(a)}\n${a.outcome}`, `${keyOf(b)}\n${b.outcome}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

import { breaks, isJudged } from '../conformance/deviations.js';
import { type Outcome, type Results, worstOf } from '../conformance/results.js';
import { labelled, table, wrap } from './text.js';
import { plural } from './verdict.js';

/** Two results set against each other, by the ids of scenarios and requirements, which stay the same. */

/**
 * What became of a requirement in a scenario. `broken`: it breaks the run now and did not before; `lost`: it was judged
 * before and is not now; `fixed`: it broke the run before and holds now; `judged`: it was not judged before;
 * `other`: another outcome of the same worth; `new` and `gone`: only one of the two knows it.
 */
const CHANGES = ['broken', 'lost', 'fixed', 'judged', 'other', 'new', 'gone'] as const;
export type ChangeKind = (typeof CHANGES)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly scenario: string;
  readonly requirement: string;
  readonly before?: Outcome;
  readonly after?: Outcome;
  /** Why it is now as it is. */
  readonly reason?: string;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** How many requirements in scenarios ended as before. */
  readonly same: number;
  /** Whether something is worse than before; what is new and breaks counts, what is gone does not. */
  readonly isWorse: boolean;
}

/** Sets two results against each other. SHOULD rules break the run under `strict` only. */
export function compareResults(before: Results, after: Results, strict: boolean): Comparison {
  const [one, other] = [placesOf(before), placesOf(after)];
  const changes = [...new Set([...other.keys(), ...one.keys()])].flatMap((key): Change[] => {
    const [was, is] = [one.get(key), other.get(key)];
    const kind = kindOf(was?.outcome, is?.outcome, strict);
    const { scenario, requirement } = (is ?? was) as Place;
    return kind === 'same' ? [] : [{ kind, scenario, requirement, ...sides(was, is) }];
  });
  const common = [...other.keys()].filter((key) => one.has(key)).length;
  const differing = changes.filter(({ kind }) => kind !== 'new' && kind !== 'gone').length;
  return { changes, same: common - differing, isWorse: changes.some((change) => isWorse(change, strict)) };
}

interface Place {
  readonly scenario: string;
  readonly requirement: string;
  readonly outcome: Outcome;
  readonly reason: string | undefined;
}

/** Each requirement of each scenario; a scenario without checks stands for itself. */
function placesOf({ scenarios }: Results): Map<string, Place> {
  const places = scenarios.flatMap(({ id, checks, outcome, reason }): Place[] => {
    if (checks.length === 0) return [{ scenario: id, requirement: '(scenario)', outcome, reason }];
    return [...new Set(checks.map(({ requirement }) => requirement))].map((requirement) => {
      const own = checks.filter((check) => check.requirement === requirement);
      const worst = worstOf(own.map((check) => check.outcome));
      const why = own.find((check) => check.outcome === worst)?.reason;
      return { scenario: id, requirement, outcome: worst, reason: why };
    });
  });
  return new Map(places.map((place) => [`${place.scenario}\n${place.requirement}`, place]));
}

function sides(was: Place | undefined, is: Place | undefined): Partial<Change> {
  return {
    ...(was && { before: was.outcome }),
    ...(is && { after: is.outcome }),
    ...(is?.reason !== undefined && { reason: is.reason }),
  };
}

function kindOf(was: Outcome | undefined, is: Outcome | undefined, strict: boolean): ChangeKind | 'same' {
  if (was === undefined) return 'new';
  if (is === undefined) return 'gone';
  if (breaks(is, strict)) return breaks(was, strict) ? sameOrOther(was, is) : 'broken';
  if (isJudged(is)) {
    if (breaks(was, strict)) return 'fixed';
    return isJudged(was) ? sameOrOther(was, is) : 'judged';
  }
  return isJudged(was) || breaks(was, strict) ? 'lost' : sameOrOther(was, is);
}

function sameOrOther(was: Outcome, is: Outcome): 'same' | 'other' {
  return was === is ? 'same' : 'other';
}

function isWorse({ kind, after }: Change, strict: boolean): boolean {
  return (
    kind === 'broken' || kind === 'lost' || (kind === 'new' && after !== undefined && breaks(after, strict))
  );
}

/** New and gone ones that are named; the others are counted. */
const MOST_NAMED = 20;

/** The comparison as lines for a terminal: what is worse first, numbers last. */
export function comparisonReport(before: Results, after: Results, strict: boolean): string[] {
  const { changes, same } = compareResults(before, after, strict);
  const counts = CHANGES.map((kind) => [
    kind,
    String(changes.filter((change) => change.kind === kind).length),
  ]);
  return [
    ...labelled('before', titleOf(before), 8, ''),
    ...labelled('after', titleOf(after), 8, ''),
    ...CHANGES.flatMap((kind) =>
      kindLines(
        kind,
        changes.filter((change) => change.kind === kind),
      ),
    ),
    '',
    ...table([...counts, ['same', String(same)]]),
  ];
}

function titleOf({ target, profile, startedAt, suite }: Results): string {
  const when = startedAt.slice(0, 16).replace('T', ' ');
  const scenarios = plural(suite.selected, 'scenario');
  return `${target.name}, ${target.product}, profile ${profile}, ${scenarios}, ${when} UTC`;
}

const TITLES: Readonly<Record<ChangeKind, string>> = {
  broken: 'broken since',
  lost: 'not judged any more',
  fixed: 'fixed',
  judged: 'judged for the first time',
  other: 'other outcome',
  new: 'new',
  gone: 'gone',
};

function kindLines(kind: ChangeKind, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const most = kind === 'new' || kind === 'gone' ? MOST_NAMED : changes.length;
  const rest = changes.length - most;
  return [
    '',
    TITLES[kind],
    ...changes.slice(0, most).flatMap(changeLines),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function changeLines({ scenario, requirement, before, after, reason }: Change): string[] {
  return [
    ...wrap(`${before ?? 'absent'} -> ${after ?? 'absent'} ${requirement}`, '  '),
    ...wrap(scenario, '    '),
    ...(reason === undefined ? [] : wrap(reason, '    ')),
  ];
}

import { breaks } from '../../conformance/deviations.js';
import type { ScenarioResult } from '../../conformance/results.js';
import { decidingIn } from '../deciding.js';
import type { Column, ReportModel, ScenarioEntry } from './model.js';

/** Bytes that a page may have, with some to spare below 3 MB. */
const PAGE = 2_700_000;
/** About what a scenario takes without its exchange, and each result of it that did not pass. */
const SCENARIO = 1_300;
const RESULT = 800;
/** About what an event takes in the ladder and in the list, and a source with its differences, beside its own text. */
const EVENT = 900;
const SOURCE = 900;

/** Whether the exchange of a scenario in a column is written out. */
export type IsInFull = (scenario: ScenarioEntry, column: Column) => boolean;

/**
 * Which exchanges are written out, so that the page stays small. Those of scenarios that break the run come first, then
 * the others that did not pass; what there is no room for only says where its exchange stands.
 */
export function exchangesInFull({ columns, scenarios }: ReportModel): IsInFull {
  const played = scenarios.flatMap(({ played: results }) =>
    columns.flatMap(({ index }) => results[index] ?? []),
  );
  const wanted = played.filter(({ outcome }) => outcome !== 'passed');
  let left = PAGE - scenarios.length * SCENARIO - wanted.length * RESULT;
  const isWorse = ({ outcome }: ScenarioResult): boolean => breaks(outcome, true);
  const inOrder = [...wanted.filter(isWorse), ...wanted.filter((result) => !isWorse(result))];
  const chosen = new Set<ScenarioResult>();
  for (const result of inOrder) {
    const size = sizeOf(result);
    if (size > left) continue;
    left -= size;
    chosen.add(result);
  }
  return ({ played: results }, { index }) => chosen.has(results[index] as ScenarioResult);
}

function sizeOf({ exchange = [], checks }: ScenarioResult): number {
  const texts = new Set(exchange.flatMap(({ detail }) => detail ?? []));
  const deciding = decidingIn(checks);
  if (deciding !== undefined) texts.add(deciding);
  const sources = [...texts].reduce((sum, text) => sum + SOURCE + text.length * 1.2, 0);
  return exchange.length * EVENT + sources;
}

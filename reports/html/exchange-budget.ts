import { breaks } from '../../conformance/deviations.js';
import type { ScenarioResult } from '../../conformance/results.js';
import { exchangePart } from './exchange-part.js';
import type { Markup } from './markup.js';
import type { ReportModel } from './model.js';

/** The exchanges that are written out, by the results that they belong to. */
export type WrittenOut = ReadonlyMap<ScenarioResult, Markup>;

/** An exchange that stays out is worth less than the time to see whether it fits. */
const LEAST = 2_000;

/**
 * Which exchanges are written out, so that the page stays small. Those of scenarios that break the run come first, then
 * the others that did not pass; what there is no room for only says where its exchange stands.
 *
 * @param room bytes that all of them may take
 */
export function exchangesWithin({ columns, scenarios }: ReportModel, room: number): WrittenOut {
  const played = scenarios.flatMap(({ played: results }) =>
    columns.flatMap((column) => {
      const result = results[column.index];
      return result === undefined || result.outcome === 'passed' ? [] : [{ result, column }];
    }),
  );
  const isWorse = ({ result }: (typeof played)[number]): boolean => breaks(result.outcome, true);
  const inOrder = [...played.filter(isWorse), ...played.filter((one) => !isWorse(one))];
  const written = new Map<ScenarioResult, Markup>();
  let left = room;
  for (const { result, column } of inOrder) {
    if (left < LEAST) break;
    const part = exchangePart(result, column);
    const size = Buffer.byteLength(String(part ?? ''));
    if (part === undefined || size > left) continue;
    written.set(result, part);
    left -= size;
  }
  return written;
}

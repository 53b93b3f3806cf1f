import type { Shown } from '../../conformance/findings/gather.js';
import type { Results } from '../../conformance/results.js';
import { code, plain } from '../markdown/escape.js';
import type { PageOptions } from './finding-part.js';
import { steadyIn } from './steady.js';

/** More lines than this are folded away. */
const MOST_OPEN = 12;

/** All checks, those with the same outcome and reason together; the reason is that of the baseline, if it has one. */
export function groupedLines(shown: readonly Shown[], { results }: Pick<PageOptions, 'results'>): string[] {
  const groups = new Map<string, Shown[]>();
  for (const one of shown) {
    const key = `${one.check.outcome}: ${reasonOf(one, results)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const lines = [...groups].flatMap(([key, group]) => [`- ${key}`, ...itemLines(group)]);
  if (lines.length <= MOST_OPEN) return [...lines, ''];
  return [`<details><summary>All ${shown.length} checks</summary>`, '', ...lines, '', '</details>', ''];
}

function reasonOf({ check, scenario, entry }: Shown, results: Results): string {
  return entry?.reason ?? plain(steadyIn(scenario, results)(check.reason ?? 'no reason given'));
}

/** The scenarios of each requirement; one that judges it several times is named once. */
function itemLines(group: readonly Shown[]): string[] {
  const items = group.map(({ check, scenario }) => `  - ${code(check.requirement)} in ${code(scenario.id)}`);
  return [...new Set(items)];
}

/**
 * The time of the fastest of several runs, in milliseconds: the one that was disturbed least.
 *
 * @param batch how often the work is done in one run, so that what is quick can be measured at all
 */
export async function fastest(repeats: number, work: () => unknown, batch = 1): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < repeats; run += 1) {
    const begin = performance.now();
    for (let time = 0; time < batch; time += 1) await work();
    best = Math.min(best, (performance.now() - begin) / batch);
  }
  return best;
}

/**
 * How many times as long one work takes as another, which is done in turns with it: a machine whose speed changes from
 * minute to minute does not change what is compared. Of both, the fastest run counts.
 *
 * @param batch how often each work is done in one run
 */
export async function timesAsLong(
  repeats: number,
  { work, than }: { work: () => unknown; than: () => unknown },
  batch = 1,
): Promise<number> {
  const best = { work: Number.POSITIVE_INFINITY, than: Number.POSITIVE_INFINITY };
  for (let run = 0; run < repeats; run += 1) {
    best.than = Math.min(best.than, await fastest(1, than, batch));
    best.work = Math.min(best.work, await fastest(1, work, batch));
  }
  return best.work / best.than;
}

/** One line of the report: what was measured, the figure, its budget, and whether it is kept. */
export interface Line {
  readonly what: string;
  readonly figure: number;
  readonly unit: 'ms' | 'x';
  readonly budget: number;
}

/** The report as text; lines that break their budget say so. */
export function reportOf(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length));
  return lines
    .map(({ what, figure, unit, budget }) => {
      const shown = unit === 'x' ? figure.toFixed(2) : figure.toFixed(0);
      const verdict = figure <= budget ? '' : '  OVER BUDGET';
      return `${what.padEnd(width)}  ${shown.padStart(8)} ${unit.padEnd(2)}  of ${budget} ${unit}${verdict}`;
    })
    .join('\n');
}

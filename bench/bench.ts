import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { fastest, reportOf } from './measure.js';
import { replyRatios, schedulingRatio } from './scheduling.js';

/** `npm run bench`: the budgets of the project, as ratios where two things are compared. Fails when one is broken. */

const MAIN = join(PACKAGE_ROOT, 'dist/cli/main.js');

async function wall(verb: string): Promise<number> {
  return fastest(3, () => {
    const { status } = spawnSync(process.execPath, [MAIN, verb], { cwd: PACKAGE_ROOT, stdio: 'ignore' });
    if (status !== 0) throw new Error(`itip ${verb} ended with ${status}`);
  });
}

const lines = [
  await schedulingRatio(5),
  await schedulingRatio(100),
  await schedulingRatio(1000),
  ...(await replyRatios()),
  { what: 'itip run, cold start', figure: await wall('run'), unit: 'ms', budget: 4_000 },
  { what: 'itip selftest', figure: await wall('selftest'), unit: 'ms', budget: 45_000 },
] as const;
process.stdout.write(`${reportOf(lines)}\n`);
process.exitCode = lines.every(({ figure, budget }) => figure <= budget) ? 0 : 1;

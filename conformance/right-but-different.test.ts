import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../requirements/read-catalogue.js';
import { DIFFERENT } from '../targets/hostile/testing/right-but-different.js';
import { selfDelivering } from '../targets/hostile/testing/self-delivering.js';
import { openReferenceTarget } from '../targets/reference/reference-target.js';
import type { Target } from '../targets/target.js';
import { breaks } from './deviations.js';
import { PACKAGE_ROOT } from './package-root.js';
import type { RunOutcome } from './run.js';
import { loadSuite } from './suite.js';

/** False reds are our bugs: the whole suite on targets that are right, and different from the reference. */

const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
const suite = loadSuite(PACKAGE_ROOT);
/** What a target can be judged by that has no scheduling service. */
const besideService = suite.filter(({ uri }) => !/^features\/(?:scheduling-service|stories)\//.test(uri));

async function playOn(target: Target): Promise<RunOutcome> {
  const built = join(PACKAGE_ROOT, 'dist', 'conformance', 'run.js');
  if (!existsSync(built)) throw new Error('the suite is not built: npm run build');
  const { run } = (await import(built)) as typeof import('./run.js');
  const options = { catalogue, profile: 'rfc5546', deadlineMs: 0 } as const;
  return run({ ...options, target, suite, selected: suite });
}

describe('the suite fails nothing on a target with', () => {
  it.each(Object.entries(DIFFERENT))('%s', async (kind, different) => {
    const { results, faults } = await playOn(different(selfDelivering(await openReferenceTarget())));
    const wrong = results.scenarios.filter(({ outcome }) => breaks(outcome, true));
    expect([...wrong.map(({ id, outcome, reason }) => `${outcome} ${id}: ${reason}`), ...faults]).toEqual([]);
    const passed = results.scenarios.filter(({ outcome }) => outcome === 'passed');
    expect(passed.length).toBeGreaterThan(besideService.length * (kind === 'no Inbox' ? 0.1 : 0.5));
  });
});

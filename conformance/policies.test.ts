import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../requirements/read-catalogue.js';
import { PROFILES } from '../requirements/row.js';
import { ALTERNATIVES, STANDARD_POLICIES } from '../simulator/itip/policies.js';
import { openReferenceTarget, type ReferenceOptions } from '../targets/reference/reference-target.js';
import { breaks } from './deviations.js';
import { PACKAGE_ROOT } from './package-root.js';
import { loadSuite } from './suite.js';

/** What an RFC leaves open must not fail: the suite on a reference that chooses otherwise, one choice at a time. */

const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
const suite = loadSuite(PACKAGE_ROOT);

async function wrongUnder(options: ReferenceOptions): Promise<string[]> {
  const built = join(PACKAGE_ROOT, 'dist', 'conformance', 'run.js');
  if (!existsSync(built)) throw new Error('the suite is not built: npm run build');
  const { run } = (await import(built)) as typeof import('./run.js');
  const target = await openReferenceTarget(options);
  const profile = options.profile ?? 'rfc5546';
  const { results, faults } = await run({
    ...{ target, suite, selected: suite, catalogue, profile, deadlineMs: 0 },
  });
  const wrong = results.scenarios.filter(({ outcome }) => breaks(outcome, false));
  expect(results.scenarios.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(
    suite.length * 0.9,
  );
  return [...wrong.map(({ id, reason }) => `${id}: ${reason}`), ...faults];
}

const choices = Object.entries(ALTERNATIVES).flatMap(([name, alternatives]) =>
  alternatives
    .filter((choice) => choice !== STANDARD_POLICIES[name as keyof typeof STANDARD_POLICIES])
    .map((choice): [string, ReferenceOptions] => {
      const profile = choice === 'new-start' ? 'rfc2446' : 'rfc5546';
      return [`${name}=${choice}`, { policies: { [name]: choice }, profile }];
    }),
);

describe('the suite', () => {
  test.each(choices)('is green under %s', async (_name, options) => {
    expect(await wrongUnder(options)).toEqual([]);
  });

  test.each(PROFILES)('is green under the profile %s', async (profile) => {
    expect(await wrongUnder({ profile })).toEqual([]);
  });
});

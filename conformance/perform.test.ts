import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Stage, Target } from '../targets/target.js';
import { PACKAGE_ROOT } from './package-root.js';

/**
 * Real passes through Cucumber, on the build: it imports the sentences by itself, and steps and run must meet in the
 * same modules.
 */
const require = createRequire(import.meta.url);
const built = (path: string): unknown => require(join(PACKAGE_ROOT, 'dist', path));
const { run } = built('conformance/run.js') as typeof import('./run.js');
const { loadSuite } = built('conformance/suite.js') as typeof import('./suite.js');
const { loadCatalogue } = built(
  'requirements/read-catalogue.js',
) as typeof import('../requirements/read-catalogue.js');
const { openReferenceTarget } = built(
  'targets/reference/reference-target.js',
) as typeof import('../targets/reference/reference-target.js');
const { TargetUnreachable } = built(
  'targets/outcome-errors.js',
) as typeof import('../targets/outcome-errors.js');

const suite = loadSuite(PACKAGE_ROOT);
const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
const probes = suite.filter(({ gate }) => gate !== undefined).map(({ id }) => id);
const others = suite.filter(
  ({ gate, row }) => gate === undefined && catalogue.rows.get(row)?.profiles.includes('rfc5546'),
);

/** Plays scenarios on the reference with something changed in it. */
async function played(
  selected: typeof suite,
  change: (stage: Stage, scenario: string) => Stage = (stage) => stage,
  aborted: (opened: readonly string[]) => boolean = () => false,
) {
  const reference = await openReferenceTarget();
  const opened: string[] = [];
  const target: Target = {
    ...reference,
    open: async (request, trace) => {
      opened.push(request.scenario);
      return change(await reference.open(request, trace), request.scenario);
    },
  };
  const outcome = await run({
    ...{ target, suite, selected, catalogue, profile: 'rfc5546', deadlineMs: 0 },
    aborted: () => aborted(opened),
  });
  return { ...outcome, opened };
}

/** A stage with some verbs replaced; the rest is handed on. */
function withVerbs(stage: Stage, verbs: Partial<Stage>): Stage {
  return new Proxy(stage, {
    get: (whole, name: keyof Stage) => {
      const verb = verbs[name] ?? whole[name];
      return typeof verb === 'function' ? verb.bind(whole) : verb;
    },
  });
}

describe('a pass through Cucumber', () => {
  it('plays the probes and what was selected, in that order, and tells each end', async () => {
    const [first, second] = [others[5], others[2]].filter((scenario) => scenario !== undefined);
    const selected = [first, second].filter((scenario) => scenario !== undefined);
    const { results, opened, faults } = await played(selected);
    const ids = selected.map(({ id }) => id);
    expect(opened).toEqual([...probes, ...ids]);
    expect(results.scenarios.map(({ id, outcome }) => [id, outcome])).toEqual(
      ids.map((id) => [id, 'passed']),
    );
    expect(faults).toEqual([]);
  });

  it('comes to the same on several lanes at once', async () => {
    const some = others.filter((_scenario, index) => index % 4 === 0);
    const targets = await Promise.all([openReferenceTarget(), openReferenceTarget(), openReferenceTarget()]);
    const [target, ...further] = targets as [Target, ...Target[]];
    const fault = await openReferenceTarget({ fault: 'any-reply-is-newer' });
    const outcomes = async (on: Target, others: readonly Target[]): Promise<string[]> => {
      const options = { suite, selected: some, catalogue, profile: 'rfc5546', deadlineMs: 0 } as const;
      const { results, faults } = await run({ ...options, target: on, further: others });
      expect(faults).toEqual([]);
      return results.scenarios.map(({ id, outcome, checks }) => `${id} ${outcome} ${checks.length}`);
    };
    expect(await outcomes(target, further)).toEqual(await outcomes(target, []));
    expect(await outcomes(fault, [fault, fault])).toEqual(await outcomes(fault, []));
  });

  it('plays each example row of an outline by itself', async () => {
    const rows = suite.filter(({ id }) => id.split('/').length > 3);
    expect(rows.length).toBeGreaterThan(1);
    const { results, opened } = await played(rows);
    expect(opened.slice(probes.length)).toEqual(rows.map(({ id }) => id));
    expect(results.scenarios.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'passed'));
  });

  it('judges what a Then misses', async () => {
    const lonely = suite.filter(({ gate }) => gate === 'request-delivered');
    const { results } = await played(lonely, (stage) =>
      withVerbs(stage, { act: () => Promise.resolve({ accepted: true }) }),
    );
    expect(results.scenarios[0]).toMatchObject({ outcome: 'failed', reason: /found none/ });
    expect(results.gates[0]).toMatchObject({ gate: 'request-delivered', outcome: 'failed' });
  });

  it('is called off when the target is gone', async () => {
    const { results, opened, unreachable, faults } = await played(others, (stage, scenario) =>
      scenario === probes[1]
        ? withVerbs(stage, { act: () => Promise.reject(new TargetUnreachable('gone')) })
        : stage,
    );
    expect(opened).toEqual(probes.slice(0, 2));
    expect([unreachable, faults]).toEqual(['gone', []]);
    expect(results.scenarios.map(({ outcome }) => outcome)).toEqual(others.map(() => 'errored'));
  });

  it('is cut short by an interruption', async () => {
    const most = probes.length + 3;
    const { results, opened } = await played(
      others,
      (stage) => stage,
      (begun) => begun.length >= most,
    );
    expect(opened).toHaveLength(most);
    const outcomes = results.scenarios.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'inconclusive')).toHaveLength(others.length - 3);
    expect(results.interrupted).toBe(true);
  });

  it('misses a scenario that is not where it should be', async () => {
    const [first] = others;
    const moved = others.slice(0, 1).map((scenario) => ({ ...scenario, line: 9999 }));
    const { results, faults } = await played(moved);
    expect(results.scenarios.map(({ outcome }) => outcome)).toEqual(['errored']);
    expect(faults).toEqual([`${first?.uri}:9999 ended without a result`]);
  });

  it('tells an error of ours as a fault, and goes on', async () => {
    const [first, second] = others;
    const { results, faults } = await played(others.slice(0, 2), (stage, scenario) =>
      scenario === first?.id ? withVerbs(stage, { act: () => Promise.reject(new TypeError('ours')) }) : stage,
    );
    expect(results.scenarios.map(({ id, outcome }) => [id, outcome])).toEqual([
      [first?.id, 'errored'],
      [second?.id, 'passed'],
    ]);
    expect(faults).toEqual([expect.stringContaining('TypeError: ours')]);
  });
});

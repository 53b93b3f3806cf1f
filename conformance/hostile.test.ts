import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../requirements/read-catalogue.js';
import type { Row } from '../requirements/row.js';
import { HOSTILE_KINDS, openHostileTarget } from '../targets/hostile/hostile-target.js';
import { selfDelivering } from '../targets/hostile/testing/self-delivering.js';
import { withoutService } from '../targets/hostile/without-service.js';
import { openReferenceTarget } from '../targets/reference/reference-target.js';
import type { Target } from '../targets/target.js';
import { scenariosOf } from '../tidy/scenarios.js';
import { EXIT_CODES, exitCode } from './exit-code.js';
import { PACKAGE_ROOT } from './package-root.js';
import type { Check, Results } from './results.js';
import type { RunOutcome } from './run.js';
import { loadSuite } from './suite.js';

/**
 * The whole suite against targets that are wrong as a whole: none may look conformant by accident. Each is played
 * twice, as a target whose messages are held and as one that delivers by itself, and each of these once without gates,
 * so that no scenario is spared by a gate that closes before it.
 */

const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
const suite = loadSuite(PACKAGE_ROOT);
/** What a target can be judged by that has no scheduling service. */
const besideService = suite.filter(({ uri }) => !/^features\/(?:scheduling-service|stories)\//.test(uri));
const ungated = suite.map((scenario) => ({ ...scenario, gate: undefined }));

/** Sentences of a Then by which something does not happen, with which every dead target would agree. */
const NEGATIVE = /^nothing changes |^no scheduling message is sent|^no [A-Z]+ is sent| still has /;
const negative = new Set(
  [...new Set(suite.map(({ uri }) => uri))]
    .flatMap((uri) => scenariosOf(uri, readFileSync(join(PACKAGE_ROOT, uri), 'utf8')))
    .filter(({ sentences }) =>
      sentences.some(({ section, text }) => section === 'Then' && NEGATIVE.test(text)),
    )
    .map(({ place }) => place),
);

/** Cucumber loads the steps from the build, and the run must meet them there. */
async function playOn(target: Target, scenarios: typeof suite): Promise<RunOutcome> {
  const built = join(PACKAGE_ROOT, 'dist', 'conformance', 'run.js');
  if (!existsSync(built)) throw new Error('the suite is not built: npm run build');
  const { run } = (await import(built)) as typeof import('./run.js');
  const options = { catalogue, profile: 'rfc5546', deadlineMs: 0 } as const;
  return run({ ...options, target, suite: scenarios, selected: scenarios });
}

function codeOf({ results, faults, unreachable }: RunOutcome): number {
  const ending = { strict: false, usage: false, harnessFault: faults.length > 0 };
  return exitCode({ ...ending, results, unreachable: unreachable !== undefined });
}

interface Verdict {
  readonly id: string;
  readonly place: string;
  readonly row: Row | undefined;
  readonly check: Check;
}

/** Of each scenario the check of the row that it judges, without the ambient ones. */
function verdictsIn({ scenarios }: Results): Verdict[] {
  return scenarios.flatMap(({ id, uri, line, checks }) =>
    checks
      .filter(({ ambient }) => !ambient)
      .map((check) => ({ id, place: `${uri}:${line}`, row: catalogue.rows.get(check.requirement), check })),
  );
}

function idsWith(verdicts: readonly Verdict[], outcome: Check['outcome']): string[] {
  return verdicts.filter(({ check }) => check.outcome === outcome).map(({ id }) => id);
}

/** What such a target can still do right: send. What it gets, it neither takes nor keeps. */
function isSending({ row }: Verdict): boolean {
  return row?.duty === 'compose' || row?.duty === 'transmit';
}

/** Their positive control is the gate `message-taken-in`: that the target takes a message in at all. */
function takesMessagesIn({ id }: Verdict): boolean {
  return suite.find((scenario) => scenario.id === id)?.needs.includes('message-in') ?? false;
}

const held = withoutService;
const WAYS = [
  { way: 'with held messages', wrap: held, scenarios: suite, gated: true },
  { way: 'with held messages, without gates', wrap: held, scenarios: ungated, gated: false },
  { way: 'delivering by itself', wrap: selfDelivering, scenarios: suite, gated: true },
  { way: 'delivering by itself, without gates', wrap: selfDelivering, scenarios: ungated, gated: false },
];

describe('the sentences', () => {
  it('are known that a dead target would agree with', () => {
    expect(negative.size).toBeGreaterThan(5);
    expect(negative.size).toBeLessThan(suite.length / 2);
  });
});

describe.each(WAYS)('a target $way', ({ wrap, scenarios, gated }) => {
  const ends = new Map<string, RunOutcome>();
  const endOf = (kind: string): RunOutcome => ends.get(kind) ?? expect.fail(`${kind} was not played`);
  const verdictsOn = (kind: string): Verdict[] => verdictsIn(endOf(kind).results);

  beforeAll(async () => {
    ends.set('reference', await playOn(wrap(await openReferenceTarget()), scenarios));
    for (const kind of HOSTILE_KINDS) {
      ends.set(kind, await playOn(wrap(await openHostileTarget(kind)), scenarios));
    }
  });

  it('that is sound passes all that it can be judged by', () => {
    const verdicts = verdictsOn('reference');
    expect(idsWith(verdicts, 'passed').length).toBeGreaterThan(besideService.length / 2);
    const rest = verdicts.filter(({ check }) => !['passed', 'not-applicable'].includes(check.outcome));
    expect(rest).toEqual([]);
    expect(codeOf(endOf('reference'))).toBe(EXIT_CODES.conformant);
  });

  it('that is wrong is no fault of the harness, and everything has its reason', () => {
    for (const kind of HOSTILE_KINDS) {
      const { results, faults } = endOf(kind);
      expect(faults, kind).toEqual([]);
      expect(results.scenarios.length, kind).toBe(scenarios.length);
      const checks = results.scenarios.flatMap((scenario) => scenario.checks);
      const mute = checks.filter(({ outcome, reason }) => outcome !== 'passed' && (reason ?? '') === '');
      expect(mute, kind).toEqual([]);
    }
  });

  it('that accepts and ignores passes nothing', () => {
    const verdicts = verdictsOn('accepts-and-ignores');
    expect(idsWith(verdicts, 'passed')).toEqual([]);
    expect(idsWith(verdicts, 'failed')).not.toEqual([]);
    expect(codeOf(endOf('accepts-and-ignores'))).toBe(EXIT_CODES.notConformant);
  });

  it('that rejects everything passes only what it sends', () => {
    const verdicts = verdictsOn('rejects-everything');
    const passed = verdicts.filter(({ check }) => check.outcome === 'passed');
    const wrongly = passed.filter((verdict) => !isSending(verdict) && (gated || !takesMessagesIn(verdict)));
    expect(wrongly.map(({ id }) => id)).toEqual([]);
    expect(passed.length).toBeGreaterThan(0);
    expect(codeOf(endOf('rejects-everything'))).toBe(EXIT_CODES.notConformant);
  });

  it('that rejects everything fails, or is blocked, wherever something must not happen', () => {
    const verdicts = verdictsOn('rejects-everything').filter(({ place }) => negative.has(place));
    expect(verdicts.length).toBe(negative.size);
    const passed = verdicts.filter(({ check }) => check.outcome === 'passed');
    expect(passed.filter((verdict) => !isSending(verdict)).map(({ id }) => id)).toEqual([]);
    expect(idsWith(verdicts, 'not-applicable').length).toBeLessThan(verdicts.length);
  });

  it('that delivers nothing shows a few failures and much that is blocked', () => {
    const { gates } = endOf('delivers-nothing').results;
    const verdicts = verdictsOn('delivers-nothing');
    const judged = verdicts.filter(({ check }) => check.outcome !== 'not-applicable');
    const passed = judged.filter(({ check }) => check.outcome === 'passed');
    expect(passed.filter((verdict) => !isSending(verdict)).map(({ id }) => id)).toEqual([]);
    const failed = idsWith(judged, 'failed').length;
    expect(failed).toBeGreaterThan(0);
    if (gated) expect(failed).toBeLessThanOrEqual(gates.length + 4);
    expect(idsWith(judged, 'blocked').length).toBeGreaterThan(judged.length / 2);
    expect(codeOf(endOf('delivers-nothing'))).toBe(EXIT_CODES.notConformant);
  });

  it('that delivers twice is as good as sound', () => {
    const sound = verdictsOn('reference').map(({ id, check }) => ({ id, outcome: check.outcome }));
    const twice = verdictsOn('delivers-twice').map(({ id, check }) => ({ id, outcome: check.outcome }));
    expect(twice).toEqual(sound);
    expect(codeOf(endOf('delivers-twice'))).toBe(EXIT_CODES.conformant);
  });
});

describe('a gate', () => {
  it('is closed by a target that delivers nothing, and then nothing else is tried', async () => {
    const { results } = await playOn(await openHostileTarget('delivers-nothing'), suite);
    const first = results.gates.find(({ gate }) => gate === 'request-delivered');
    expect(first?.outcome).toBe('failed');
    expect(results.gates.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
    expect(idsWith(verdictsIn(results), 'passed')).toEqual([]);
  });

  it('blocks what a simulated counterpart sends once messages of others are not taken in', async () => {
    const { results } = await playOn(await openHostileTarget('rejects-everything'), suite);
    expect(results.gates.find(({ gate }) => gate === 'message-taken-in')?.outcome).toBe('failed');
    const ours = verdictsIn(results).filter(({ check }) =>
      check.reason?.includes('message-taken-in is closed'),
    );
    expect(ours.map(({ check }) => check.outcome)).not.toEqual([]);
    expect(ours.every(({ check }) => check.outcome === 'blocked')).toBe(true);
  });
});

import type { BaselineReport } from '../conformance/baseline.js';
import { breaks } from '../conformance/deviations.js';
import type { Results, ScenarioResult } from '../conformance/results.js';
import type { Catalogue } from '../requirements/catalogue.js';
import { acceptedBecause } from './accepted.js';
import { failureText } from './failure.js';
import { bySection, sectionOf, titleOfSection } from './rows.js';
import { withFullNames } from './scenario-names.js';
import { verdictOf } from './verdict.js';
import { visible } from './visible.js';

export interface JunitOptions {
  readonly results: Results;
  readonly catalogue: Catalogue;
  /** SHOULD rules that are not followed are failures, too. */
  readonly strict: boolean;
  readonly baseline?: BaselineReport | undefined;
}

/**
 * The results as JUnit XML, one suite for each section. `failed` is a failure; `errored` and `inconclusive` are
 * errors; what was not judged is skipped, and so is what the baseline accepts. A warning passes and says so in its
 * output. A run that was interrupted or judged nothing, and a baseline that is stale, have an error of their own, so
 * that nobody takes them for a success.
 */
export function junitReport(options: JunitOptions): string {
  const results = withFullNames(options.results);
  const suites = [
    ...suitesOf({ ...options, results }),
    ...wholeRun(results),
    ...staleEntries(options.baseline),
  ];
  const name = `itip-conformance on ${results.target.name}`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...sumOf(suites.flatMap(({ cases }) => cases)) })}>`,
    ...suites.flatMap((suite) => suiteLines(suite, options)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

type Ending = 'passed' | 'failure' | 'error' | 'skipped';

interface TestCase {
  readonly ending: Ending;
  readonly seconds: number;
  readonly lines: readonly string[];
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

function suitesOf(options: JunitOptions): TestSuite[] {
  const { results, catalogue } = options;
  const sections = new Map<string, ScenarioResult[]>();
  for (const scenario of results.scenarios) {
    const key = sectionOf(requirementOf(scenario), catalogue);
    sections.set(key, [...(sections.get(key) ?? []), scenario]);
  }
  return [...sections.keys()].sort(bySection).map((key) => ({
    name: `${key} ${titleOfSection(key, catalogue)}`.trim(),
    cases: (sections.get(key) ?? []).map((scenario) => testCase(scenario, key, options)),
  }));
}

/** The requirement that the scenario is about; empty when it has no check. */
function requirementOf({ checks }: ScenarioResult): string {
  return (checks.find(({ ambient }) => !ambient) ?? checks[0])?.requirement ?? '';
}

function endingOf({ id, outcome }: ScenarioResult, { strict, baseline }: JunitOptions): Ending {
  if (breaks(outcome, strict) && acceptedBecause(id, baseline) !== undefined) return 'skipped';
  if (outcome === 'errored' || outcome === 'inconclusive') return 'error';
  if (breaks(outcome, strict)) return 'failure';
  return outcome === 'passed' || outcome === 'warned' ? 'passed' : 'skipped';
}

function testCase(scenario: ScenarioResult, section: string, options: JunitOptions): TestCase {
  const { name, uri, line, durationMs, outcome, checks } = scenario;
  const requirement = requirementOf(scenario);
  const level = checks.find((check) => check.requirement === requirement)?.level ?? '';
  const ending = endingOf(scenario, options);
  const seconds = durationMs / 1000;
  const lines = [
    `<testcase${attributes({ name, classname: classOf(uri), file: uri, line, time: time(seconds) })}>`,
    ...propertyLines({ id: scenario.id, requirement, level, section, outcome }),
    ...endingLines(scenario, ending, options),
    '</testcase>',
  ];
  return { ending, seconds, lines };
}

/** Readers cut class names at dots. */
function classOf(uri: string): string {
  const path = uri.replace(/^features\/|\.feature$/g, '');
  return path.replaceAll('.', '_').replaceAll('/', '.');
}

function endingLines(scenario: ScenarioResult, ending: Ending, options: JunitOptions): string[] {
  const { outcome, reason = 'no reason given' } = scenario;
  if (outcome === 'passed') return [];
  if (ending === 'skipped') {
    const known = breaks(outcome, options.strict)
      ? acceptedBecause(scenario.id, options.baseline)
      : undefined;
    const message = known === undefined ? `${outcome}: ${reason}` : `known, ${outcome}: ${known}`;
    return [`<skipped${attributes({ message })}/>`];
  }
  const wrong = scenario.checks.filter((check) => breaks(check.outcome, true));
  const text = failureText(scenario, wrong, options.results, options.catalogue).join('\n');
  if (ending === 'passed') return [`<system-out>${escaped(text)}</system-out>`];
  const type = wrong[0]?.requirement ?? outcome;
  return [`<${ending}${attributes({ message: reason, type })}>${escaped(text)}</${ending}>`];
}

/** What is wrong with the run as a whole. */
function wholeRun(results: Results): TestSuite[] {
  const { kind, text } = verdictOf(results);
  if (kind !== 'nothing' && !results.interrupted) return [];
  return [{ name: 'run', cases: [errorCase('run', 'the whole run', text)] }];
}

/** What a baseline lists and should not. */
function staleEntries(baseline: BaselineReport | undefined): TestSuite[] {
  const cases = (baseline?.stale ?? []).map(({ entry, why }) =>
    errorCase('baseline', `${entry.scenario} ${entry.requirement}`, `${why}; remove the entry`),
  );
  return cases.length === 0 ? [] : [{ name: 'baseline', cases }];
}

function errorCase(type: string, name: string, message: string): TestCase {
  const lines = [
    `<testcase${attributes({ name, classname: type, time: time(0) })}>`,
    `<error${attributes({ message, type })}/>`,
    '</testcase>',
  ];
  return { ending: 'error', seconds: 0, lines };
}

function suiteLines({ name, cases }: TestSuite, { results }: JunitOptions): string[] {
  const { target, profile, startedAt } = results;
  const timestamp = startedAt.replace(/\.\d+Z$|Z$/, '');
  return [
    `<testsuite${attributes({ name, ...sumOf(cases), timestamp })}>`,
    ...propertyLines({ target: target.name, product: target.product, driver: target.driver, profile }),
    ...cases.flatMap(({ lines }) => lines),
    '</testsuite>',
  ];
}

function sumOf(cases: readonly TestCase[]): Record<string, string | number> {
  const count = (wanted: Ending): number => cases.filter(({ ending }) => ending === wanted).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: time(cases.reduce((sum, { seconds }) => sum + seconds, 0)),
  };
}

function time(seconds: number): string {
  return seconds.toFixed(3);
}

function propertyLines(properties: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(properties).map(
    ([name, value]) => `<property${attributes({ name, value })}/>`,
  );
  return ['<properties>', ...lines, '</properties>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no place for control characters and halves of characters. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

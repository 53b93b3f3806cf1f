import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Results } from '../conformance/results.js';
import { sampleCheck, sampleScenario } from '../conformance/testing/sample-results.js';
import { junitReport } from './junit.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  REPLY_UID,
  reportCatalogue,
  resultsOf,
  runWithBaseline,
} from './testing/sample-report.js';

const SCHEMA = readFileSync(join(import.meta.dirname, 'testing/junit.xsd'), 'utf8');

async function complaints(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml, schema: SCHEMA });
  return errors.map(({ message }) => message);
}

function report(results: Results, strict = false): string {
  return junitReport({ results, catalogue: reportCatalogue(), strict });
}

function elements(xml: string, name: string): Element[] {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  return [...new DOMParser({ onError }).parseFromString(xml, 'text/xml').getElementsByTagName(name)];
}

const every = resultsOf(
  'mine',
  plainScenario('a', 'passed'),
  plainScenario('b', 'failed'),
  plainScenario('c', 'warned'),
  plainScenario('d', 'blocked'),
  plainScenario('e', 'not-applicable'),
  plainScenario('f', 'not-expressible'),
  plainScenario('g', 'inconclusive'),
  plainScenario('h', 'errored'),
  failedScenario(),
);

describe('junitReport', () => {
  test('is as the schema says', async () => {
    expect(await complaints(report(every))).toEqual([]);
    expect(await complaints(report(every, true))).toEqual([]);
    expect(await complaints(report(resultsOf('none')))).toEqual([]);
  });

  test('the schema refuses what is wrong', async () => {
    const xml = report(every);
    const spoiled = [
      xml.replace(' tests="9"', ''),
      xml.replace(/<skipped[^>]*\/>/, '<ignored/>'),
      xml.replace('<failure message="', '<failure words="'),
      xml.replace(/ time="[^"]*"/, ' time="soon"'),
      xml.replace('</testcase>', ''),
    ];
    for (const text of spoiled) {
      expect(text).not.toBe(xml);
      expect(await complaints(text)).not.toEqual([]);
    }
  });

  test('has a suite for each section, with counts that add up', () => {
    const suites = elements(report(every), 'testsuite').map((suite) =>
      ['name', 'tests', 'failures', 'errors', 'skipped'].map((name) => suite.getAttribute(name)),
    );
    expect(suites).toEqual([
      ['2446/2.1.5 Message Sequencing', '1', '1', '0', '0'],
      ['2446/3.2.3 REPLY', '8', '1', '2', '3'],
    ]);
    const [all] = elements(report(every), 'testsuites');
    expect(['tests', 'failures', 'errors', 'skipped'].map((name) => all?.getAttribute(name))).toEqual([
      '9',
      '2',
      '2',
      '3',
    ]);
  });

  test.each([
    ['passed', false, []],
    ['failed', false, ['failure']],
    ['warned', false, ['system-out']],
    ['warned', true, ['failure']],
    ['blocked', true, ['skipped']],
    ['not-applicable', true, ['skipped']],
    ['not-expressible', true, ['skipped']],
    ['inconclusive', false, ['error']],
    ['errored', false, ['error']],
  ] as const)('%s with strict %s becomes %j', (outcome, strict, endings) => {
    const judged = plainScenario('judged', 'passed');
    const xml = report(resultsOf('mine', judged, plainScenario('x', outcome)), strict);
    const found = ['failure', 'error', 'skipped', 'system-out'].filter(
      (name) => elements(xml, name).length > 0,
    );
    expect(found).toEqual(endings);
  });

  test('what the baseline accepts is skipped, what is stale in it is an error', async () => {
    const { results, baseline } = runWithBaseline();
    const xml = junitReport({ results, catalogue: reportCatalogue(), strict: false, baseline });
    expect(await complaints(xml)).toEqual([]);
    const endings = elements(xml, 'testcase').map((found) => {
      const [ending] = ['failure', 'error', 'skipped'].flatMap((name) => [
        ...found.getElementsByTagName(name),
      ]);
      return [found.getAttribute('name'), ending?.tagName, ending?.getAttribute('message')];
    });
    expect(endings).toEqual([
      ['Name of known', 'skipped', 'known, failed: it drops the UID (https://example.com/issue/1)'],
      ['Name of new', 'failure', 'why it is failed'],
      ['Name of mended', undefined, undefined],
      [
        `rfc2446/3.2.3-reply/mended ${REPLY_UID}`,
        'error',
        'listed as failed, but it passes; remove the entry',
      ],
    ]);
  });

  test('a case has its place, requirement, level, section and outcome', () => {
    const [late] = elements(report(every), 'testcase');
    expect(late?.getAttribute('classname')).toBe('sample');
    expect(late?.getAttribute('file')).toBe('features/sample.feature');
    const properties = [...(late?.getElementsByTagName('property') ?? [])].map((property) => [
      property.getAttribute('name'),
      property.getAttribute('value'),
    ]);
    expect(Object.fromEntries(properties)).toEqual({
      id: 'rfc2446/2.1.5-order/late',
      requirement: OLDER_REPLY,
      level: 'implied',
      section: '2446/2.1.5',
      outcome: 'failed',
    });
  });

  test('a failure has the reason, the requirement, the ladder and the command', () => {
    const [failure] = elements(report(every), 'failure');
    expect(failure?.getAttribute('message')).toBe('why it is failed');
    expect(failure?.getAttribute('type')).toBe(OLDER_REPLY);
    for (const part of ['expected    a REPLY to SEQUENCE 1', '<--REPLY #2', 'npx itip run --target mine'])
      expect(failure?.textContent).toContain(part);
  });

  test('the examples of an outline have names of their own', async () => {
    const examples = ['s/accepts', 's/declines'].map((id) => ({ ...plainScenario('a', 'passed'), id }));
    const xml = report(resultsOf('mine', ...examples));
    expect(await complaints(xml)).toEqual([]);
    expect(await complaints(xml.replace('(declines)', '(accepts)'))).not.toEqual([]);
  });

  test('class names have no dots of their own', () => {
    const scenario = { ...plainScenario('a', 'passed'), uri: 'features/rfc2446/3.2.3-reply.feature' };
    expect(report(resultsOf('mine', scenario))).toContain(' classname="rfc2446.3_2_3-reply"');
  });

  test('a run that was interrupted or judged nothing is no success', async () => {
    const interrupted = { ...resultsOf('mine', plainScenario('a', 'passed')), interrupted: true };
    const xml = report(interrupted);
    expect(elements(xml, 'error').map((error) => error.getAttribute('message'))).toEqual([
      expect.stringContaining('the run was interrupted after 1 of 1 scenarios'),
    ]);
    expect(await complaints(xml)).toEqual([]);
    const nothing = report(resultsOf('mine', plainScenario('a', 'blocked')));
    expect(elements(nothing, 'error').map((error) => error.getAttribute('message'))).toEqual([
      'nothing was judged',
    ]);
  });

  test('what others wrote stays text, whatever characters it has', async () => {
    const evil = `]]></failure><script>"'&\u0000\u001b\ufffe\ud800`;
    const check = sampleCheck('failed', { requirement: evil, reason: evil, message: evil });
    const scenario = sampleScenario(evil, [check], { reason: evil });
    const results = resultsOf(evil, scenario);
    const xml = report(results);
    expect(await complaints(xml)).toEqual([]);
    expect(elements(xml, 'script')).toEqual([]);
    expect(elements(xml, 'failure')[0]?.textContent).toContain(`]]></failure><script>"'&`);
  });
});

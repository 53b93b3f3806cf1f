import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sampleCheck, sampleScenario } from '../../conformance/testing/sample-results.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  REPLY_UID,
  reportInput,
  resultsOf,
  runWithBaseline,
} from '../testing/sample-report.js';
import { htmlReport } from './html-report.js';
import { anchorOf } from './markup.js';

const failing = htmlReport(reportInput(resultsOf('mine', plainScenario('a', 'passed'), failedScenario())));

/** What stands behind the style sheet: scripts and styles name things, too. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body'), page.lastIndexOf('<script>'));
}

describe('the page', () => {
  test('says first what was tested and what it came to', () => {
    expect(failing).toContain('<title>mine: 1 of 2 requirements not met – iTIP conformance</title>');
    expect(failing).toContain('<h1>mine 1.0</h1>');
    const order = [
      '1 of 2 requirements not met',
      'What does not hold',
      'Summary',
      'By section',
      'Requirements and',
    ];
    const places = order.map((text) => bodyOf(failing).indexOf(`${text}`));
    expect(places.every((place) => place > 0)).toBe(true);
  });

  test('of two targets with each other names both, and the one at fault where it tells of a failure', () => {
    const results = resultsOf('pair', plainScenario('a', 'passed'), failedScenario());
    const side = { product: 'Product 1', driver: 'explicit' } as const;
    const sides = { organizer: { ...side, name: 'one' }, attendee: { ...side, name: 'other' } };
    const [passed, failed] = results.scenarios;
    const blamed = failed?.checks.map((check) => ({ ...check, atFault: 'attendee' as const })) ?? [];
    const scenarios = [passed, failed && { ...failed, checks: blamed }].filter((each) => each !== undefined);
    const page = htmlReport(reportInput({ ...results, target: { ...results.target, sides }, scenarios }));
    expect(page).toContain('<h1>Organizer on one, Attendees on other</h1>');
    const told = bodyOf(page).slice(bodyOf(page).indexOf('id="broken"'), bodyOf(page).indexOf('<h2>Summary'));
    expect(told).toContain('At fault: the Attendees&#39; side: other');
    expect(failing).not.toContain('At fault');
  });

  test('says of a failure that the baseline accepts why it is known, and of no other', () => {
    const { results, baseline } = runWithBaseline();
    const page = bodyOf(htmlReport({ ...reportInput(results), baseline }));
    const known = 'Known: it drops the UID (https://example.com/issue/1)';
    const ofScenario = (name: string) =>
      /<details class="sc"[\s\S]*?<\/details>/.exec(
        page.slice(page.indexOf(`id="${anchorOf(`rfc2446/3.2.3-reply/${name}`)}"`) - 20),
      )?.[0];
    expect([ofScenario('known'), ofScenario('new')].map((part) => part?.includes(known))).toEqual([
      true,
      false,
    ]);
    const told = page.slice(page.indexOf('id="broken"'), page.indexOf('<h2>Summary'));
    expect(told.split(known)).toHaveLength(2);
    expect(told.indexOf('Name of new')).toBeLessThan(told.indexOf('Name of known'));
    expect(page).toContain('1 known, 0 flaky, 1 unlisted, 0 expired, 1 stale');
    expect(page).toContain('class="verdict broken"');
    expect(bodyOf(htmlReport(reportInput(results)))).not.toContain('Known:');
    expect(bodyOf(htmlReport({ ...reportInput(results, results), baseline }))).not.toContain('Known:');
  });

  test('says of a closed gate, too, why it is known', () => {
    const { results, baseline } = runWithBaseline();
    const scenario = 'rfc2446/3.2.3-reply/known';
    const gates = [{ gate: 'mail', scenario, outcome: 'failed' as const, reason: 'lost' }];
    const page = bodyOf(htmlReport({ ...reportInput({ ...results, gates }), baseline }));
    expect(page.slice(page.indexOf('id="gates"'), page.indexOf('id="broken"'))).toContain('Known: it drops');
  });

  test('of a run whose baseline lists all that is broken says so, and does not call it broken', () => {
    const { results, baseline } = runWithBaseline();
    const listed = htmlReport({ ...reportInput(results), baseline: { ...baseline, unlisted: [] } });
    expect(listed).toContain('class="verdict partly"');
    expect(listed).toContain('; the baseline lists all of it.');
  });

  test('does not call a run sound that is judged strictly and has not followed a SHOULD', () => {
    const input = reportInput(resultsOf('mine', plainScenario('a', 'warned')));
    expect(htmlReport(input)).toContain('1 SHOULD not followed');
    const strict = htmlReport({ ...input, strict: true });
    expect(strict).toContain('class="verdict broken"');
    expect(strict).toMatch(/<title>mine: 1 of \d requirements? not met/);
    expect(strict).not.toContain('class="verdict clean"');
  });

  test('tells a failure: rule, sentences, expected, actual, exchange, deciding message, command', () => {
    for (const part of [
      'The answer to the newest revision counts.',
      'implied MUST, RFC 2446 section 2.1.5, Message Sequencing',
      '<b>Given</b> Erik accepts, but the REPLY is held',
      '<td>DECLINED</td>',
      'Rule: The newest answer counts',
      'a REPLY to SEQUENCE <mark>1</mark>',
      'a REPLY to SEQUENCE <mark>0</mark>',
      '<svg class="ladder"',
      'ATTENDEE;PARTSTAT=ACCEPTED:mailto:erik@example.com',
      '◆ decides',
      'npx itip run --target mine features/sample.feature:1',
      'Only what the calendar shows is judged.',
    ])
      expect(failing).toContain(part);
  });

  test('shows how a message differs from the one before, of the same sender if there is one', () => {
    const comparedWith = (number: number): string | undefined => {
      const source = failing.slice(failing.indexOf(`late--1--m--${number}"><summary>`));
      return /Compared with #\d/.exec(source)?.[0];
    };
    expect([3, 4].map(comparedWith)).toEqual(['Compared with #2', 'Compared with #1']);
    expect(failing).toMatch(/Compared with #1.*VCALENDAR METHOD.*REQUEST.*REPLY/s);
    expect(failing).toMatch(/VEVENT ATTENDEE mailto:erik@example.com PARTSTAT.*NEEDS-ACTION.*ACCEPTED/s);
  });

  test('has an id for each section, requirement, scenario and message, and no id twice', () => {
    const ids = [...failing.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    for (const id of [
      '2446/2.1.5',
      OLDER_REPLY,
      'rfc2446/2.1.5-order/late',
      'rfc2446/2.1.5-order/late--1--m--2',
    ])
      expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...bodyOf(failing).matchAll(/ href="([^"]*)"/g)].map(([, to]) => to ?? '');
    const isFilter = (to: string): boolean => /^#\?[a-z]=/.test(to);
    expect(targets.some(isFilter)).toBe(true);
    const others = targets.filter((to) => !isFilter(to));
    expect(others.filter((to) => !to.startsWith('#') || !ids.includes(to.slice(1)))).toEqual([]);
  });

  test('has a section open when something in it went wrong', () => {
    expect(failing).toContain('<details class="section" id="2446/2.1.5" open>');
    expect(failing).toContain('<details class="section" id="2446/3.2.3">');
  });

  test('names at a rule the scenarios of other rules in which it did not hold, and not its own', () => {
    const own = plainScenario('own', 'failed');
    const beside = sampleCheck('failed', { requirement: REPLY_UID, ambient: true });
    const late = failedScenario();
    const other = { ...late, checks: [...late.checks, beside] };
    const page = htmlReport(reportInput(resultsOf('mine', own, other)));
    const rule = page.slice(page.indexOf(`<article class="rq" id="${REPLY_UID}"`));
    const [, list = ''] = /It did not hold in:<\/p><ul>(.*?)<\/ul>/s.exec(rule) ?? [];
    expect(list).toContain('A late REPLY');
    expect(list).not.toContain('Name of own');
  });

  test('lists the rules that nothing judges', () => {
    expect(failing).toMatch(/not judged here.*Nobody judges this\..*no scenario yet/s);
  });

  test('says so when nothing is broken, and when nothing was judged', () => {
    const fine = htmlReport(reportInput(resultsOf('mine', plainScenario('a', 'passed'))));
    expect(fine).toContain('All 1 requirement met.');
    expect(fine).toContain('Nothing of what was judged.');
    const nothing = htmlReport(reportInput(resultsOf('mine', plainScenario('a', 'blocked'))));
    expect(nothing).toContain('Nothing was judged.');
    expect(nothing).toContain('1 scenario blocked: why it is blocked');
  });

  test('names closed gates before what does not hold', () => {
    const results = resultsOf('mine', plainScenario('a', 'failed'));
    const gate = {
      gate: 'reply-delivered',
      scenario: 'rfc2446/3.2.3-reply/a',
      outcome: 'failed',
      reason: 'lost',
    } as const;
    const page = htmlReport(
      reportInput({ ...results, gates: [gate, { ...gate, gate: 'open', outcome: 'passed' }] }),
    );
    expect(page).toMatch(/Basics that do not work.*reply-delivered<\/a>: lost.*What does not hold/s);
    expect(page).not.toContain('>open<');
  });

  test('an object that decided and that no event shows stands by itself', () => {
    const check = sampleCheck('failed', {
      requirement: REPLY_UID,
      message: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    });
    const page = htmlReport(reportInput(resultsOf('mine', sampleScenario('s', [check]))));
    expect(page).toMatch(/the object that the verdict is about.*BEGIN:VCALENDAR/s);
  });

  test('needs results', () => {
    expect(() => htmlReport(reportInput())).toThrow(RangeError);
  });
});

describe('several targets', () => {
  const good = resultsOf('good', plainScenario('a', 'passed'), plainScenario('b', 'failed'));
  const bad = resultsOf('bad', plainScenario('a', 'failed'), plainScenario('b', 'failed'), failedScenario());
  const page = htmlReport(reportInput(good, bad, resultsOf('third', plainScenario('a', 'passed'))));

  test('stand side by side, and where they differ comes first', () => {
    expect(page).toContain('3 targets side by side');
    const [, differing = '', common = ''] = page.split(/Where the targets differ|Broken on every target/);
    expect(differing).toContain('A REPLY has the UID of the REQUEST.');
    expect(differing).not.toContain('The answer to the newest revision counts.');
    expect(common).toContain('The answer to the newest revision counts.');
    expect(page).toMatch(/<th scope="col">good<\/th><th scope="col">bad<\/th><th scope="col">third<\/th>/);
    expect(page).toContain('By method and target');
  });

  test('a scenario names who it failed on', () => {
    expect(bodyOf(page)).toMatch(/Name of a<\/span>.*?failed <b>bad<\/b>.*?passed <b>good, third<\/b>/s);
    expect(bodyOf(page)).toMatch(/Name of b<\/span>.*?failed <b>good, bad<\/b>.*?not played <b>third<\/b>/s);
  });
});

describe('nothing gets out and nothing gets in', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
  const lines = ['UID:a', `SUMMARY:${evil}`, `ATTENDEE:mailto:${evil}`];
  const ics = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const wrong = sampleCheck('failed', {
    requirement: evil,
    reason: evil,
    expected: evil,
    actual: evil,
    message: ics,
  });
  const hostile = sampleScenario(`rfc2446/${evil}`, [wrong], {
    name: evil,
    uri: evil,
    reason: evil,
    exchange: [
      { kind: 'composed', at: 0, from: `mailto:${evil}`, to: evil, text: evil, detail: ics, messageId: evil },
      { kind: 'exchange', at: 0, from: evil, text: evil, detail: `X-Header: ${evil}` },
    ],
  });
  const results = resultsOf(evil, hostile);
  const gates = [{ gate: evil, scenario: evil, outcome: 'failed', reason: evil } as const];
  const page = htmlReport(reportInput({ ...results, gates }, resultsOf(evil, plainScenario('a', 'blocked'))));

  test('script in a SUMMARY, an address, a header, a reason or a name is text', () => {
    expect(bodyOf(page)).not.toMatch(/<script|<img/i);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).toContain('SUMMARY:&quot;&gt;&lt;script&gt;');
    expect(page).toContain('X-Header: &quot;&gt;&lt;script&gt;');
  });

  test('the policy lets run only the script and the style of the page, and load nothing', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(page)?.[1]
      ?.replaceAll('&#39;', "'");
    const hash = (tag: string): string => {
      const text = page.slice(page.indexOf(`<${tag}>`) + tag.length + 2, page.indexOf(`</${tag}>`));
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; ` +
        "base-uri 'none'; form-action 'none'",
    );
  });

  test('no address is there to be loaded, and no attribute runs or styles', () => {
    expect(failing).not.toMatch(/https?:|url\(|@import| (?:src|on\w+|style)=/);
  });
});

test('1,000 scenarios take less than 3 MB, with a fifth of them failing', () => {
  const scenarios = Array.from({ length: 1000 }, (_, index) => {
    const id = `rfc2446/2.1.5-order/a-scenario-with-a-name-of-usual-length-${index}`;
    return index % 5 === 0 ? failedScenario({ id }) : { ...plainScenario('x', 'passed'), id };
  });
  const input = reportInput(resultsOf('mine', ...scenarios), resultsOf('other', ...scenarios));
  const [text] = [...input.texts.values()];
  const step = { keyword: 'And', text: 'Anna reschedules "Design review" to 5 March 2030 at 15:00 UTC' };
  const steps = Array.from({ length: 7 }, () => step);
  const texts = new Map(scenarios.map(({ id }) => [id, { id, rule: text?.rule, steps }]));
  const page = htmlReport({ ...input, texts });
  expect(page.length).toBeGreaterThan(1_000_000);
  expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  expect(page).toContain('The exchange is left out to keep this page small');
});

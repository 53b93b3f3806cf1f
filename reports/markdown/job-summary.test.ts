import { describe, expect, test } from 'vitest';
import type { Results } from '../../conformance/results.js';
import { sampleCheck, sampleScenario } from '../../conformance/testing/sample-results.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  reportCatalogue,
  resultsOf,
  runWithBaseline,
} from '../testing/sample-report.js';
import { jobSummary } from './job-summary.js';

function summary(results: Results, strict = false): string {
  return jobSummary({ results, catalogue: reportCatalogue(), strict });
}

/** What a reader of Markdown does not take for code: neither blocks nor spans. */
function withoutCode(text: string): string {
  let fence = '';
  const lines = text.split('\n').filter((line) => {
    const [, ticks = ''] = /^(`{3,})[^`]*$/.exec(line) ?? [];
    if (fence !== '') {
      if (line === fence) fence = '';
      return false;
    }
    if (ticks !== '') fence = ticks;
    return ticks === '';
  });
  return lines
    .map((line) => line.replaceAll('\\`', '').replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''))
    .join('\n');
}

describe('jobSummary', () => {
  test('says first what it came to', () => {
    const text = summary(resultsOf('mine', plainScenario('a', 'passed')));
    expect(text.split('\n').slice(0, 4)).toEqual([
      '## ✅ iTIP conformance: mine',
      '',
      '**All 1 requirement met.**',
      'mine 1.0, explicit driver, profile rfc5546; 1 of 1 scenarios in 0.0 s.',
    ]);
    expect(text).toContain('| checks | passed |\n| --- | --- |\n| must | 1 |');
    expect(text).not.toContain('What does not hold');
  });

  test('tells a failure with requirement, difference, diagram, message and command', () => {
    const text = summary(resultsOf('mine', failedScenario()));
    for (const part of [
      '#### failed: A late REPLY',
      `\`${OLDER_REPLY}\`<br>implied MUST, RFC 2446 section 2.1.5, Message Sequencing`,
      '| a REPLY to SEQUENCE 1 | a REPLY to SEQUENCE 0 |',
      '```mermaid\nsequenceDiagram\n',
      '<details><summary>The message that decided</summary>\n\n```\nBEGIN:VCALENDAR\n',
      'Repeat it: `npx itip run --target mine features/sample.feature:1`',
    ])
      expect(text).toContain(part);
  });

  test('tells of a baseline what it does not accept and what must be done about it', () => {
    const { results, baseline } = runWithBaseline();
    const text = jobSummary({ results, catalogue: reportCatalogue(), strict: false, baseline });
    expect(text).toContain('### Baseline\n\n1 known, 0 flaky, 1 unlisted, 0 expired, 1 stale.\n\n- stale: ');
    expect(text).toContain('#### failed: Name of new');
    expect(text).not.toContain('#### failed: Name of known');
    expect(text).toMatch(/^## ❌/);
  });

  test('is no alarm where the baseline lists all of it', () => {
    const { results, baseline } = runWithBaseline();
    const report = { ...baseline, unlisted: [], stale: [] };
    const text = jobSummary({ results, catalogue: reportCatalogue(), strict: false, baseline: report });
    expect(text).toMatch(/^## ⚠️.*\n\n\*\*.*; the baseline lists all of it\.\*\*/);
  });

  test('a SHOULD is told under strict only', () => {
    const results = resultsOf('mine', plainScenario('a', 'warned'));
    expect(summary(results)).not.toContain('#### warned');
    expect(summary(results, true)).toContain('#### warned: Name of a');
  });

  test('what was not judged is no success, and each reason is told once', () => {
    const text = summary(resultsOf('mine', plainScenario('a', 'blocked'), plainScenario('b', 'blocked')));
    expect(text).toContain('**Nothing was judged.**');
    expect(text).not.toContain('✅');
    expect(text).toContain('- 2 × blocked: why it is blocked');
  });

  test('closed gates come before the failures', () => {
    const gate = { gate: 'reply-delivered', scenario: 'x', outcome: 'failed', reason: 'lost' } as const;
    const text = summary({ ...resultsOf('mine', plainScenario('a', 'failed')), gates: [gate] });
    expect(text).toMatch(/reply-delivered, failed: lost[\s\S]*What does not hold/);
  });

  test('stays far under 1 MiB, whatever fails', () => {
    const long = 'word '.repeat(20_000);
    const check = sampleCheck('failed', { expected: long, actual: long, reason: long, message: long });
    const many = Array.from({ length: 900 }, (_, index) => {
      const scenario = failedScenario({ id: `${index}${long}`, name: long, reason: long });
      return { ...scenario, checks: [check] };
    });
    const text = summary(resultsOf('mine', ...many));
    expect(Buffer.byteLength(text)).toBeLessThan(500_000);
    expect(text.match(/```mermaid/g)).toHaveLength(10);
    expect(text).toContain('#### And 890 more');
    expect(text).toContain('- and 690 more');
  });

  test('stays under 1 MiB also where every character needs several, and says what is missing', () => {
    const dense = '@'.repeat(5_000);
    const checks = Array.from({ length: 60 }, (_, index) =>
      sampleCheck('failed', { requirement: `${index}`, expected: dense, actual: dense, reason: dense }),
    );
    const many = Array.from({ length: 10 }, (_, index) => failedScenario({ id: `${index}`, checks }));
    const text = summary(resultsOf('mine', ...many));
    expect(Buffer.byteLength(text)).toBeLessThan(2 ** 20);
    expect(text).toMatch(/Parts that there is no room for: [1-9]\. They stand in results\.json\.\n$/);
    expect(text).toContain('What does not hold');
  });

  test('nothing that others wrote becomes markup, a link or a mention', () => {
    const evil = '</details><script>alert(1)</script>\n# @anna [x](https://example.com) ```` |';
    const check = sampleCheck('failed', { requirement: evil, expected: evil, actual: evil, message: evil });
    const scenario = sampleScenario(evil, [check], { name: evil, reason: evil, uri: evil });
    const blocked = sampleScenario('b', [sampleCheck('blocked')], { reason: evil });
    const gate = { gate: evil, scenario: evil, outcome: 'failed', reason: evil } as const;
    const text = summary({ ...resultsOf(evil, scenario, blocked), gates: [gate] });
    const outsideCode = withoutCode(text);
    expect(outsideCode).not.toContain('<script');
    expect(outsideCode).not.toContain('](');
    expect(outsideCode).not.toMatch(/@anna|https:/);
    expect(outsideCode.match(/<\/details>/g)).toHaveLength(1);
  });
});

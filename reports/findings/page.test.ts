import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../conformance/baseline.js';
import { gather } from '../../conformance/findings/gather.js';
import type { FindingNote, FindingsNotes } from '../../conformance/findings/notes.js';
import type { Results } from '../../conformance/results.js';
import { sampleCheck } from '../../conformance/testing/sample-results.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  reportCatalogue,
  resultsOf,
} from '../testing/sample-report.js';
import { findingsPage } from './page.js';

const LATE: FindingNote = {
  id: 'late',
  title: 'A late REPLY wins',
  sentence: 'The server takes the answer that comes last.',
  proof: 'Tried by hand, too.',
  reading: 'that the last one counts.',
  excused: false,
};

const BASELINE: Baseline = {
  target: 'mine',
  entries: [
    {
      scenario: 'rfc2446/2.1.5-order/late',
      requirement: OLDER_REPLY,
      outcome: 'failed',
      reason: 'SEQUENCE is not looked at.',
      finding: 'late',
    },
  ],
};

function page(results: Results, change: Partial<FindingNote> = {}, baseline = BASELINE): string {
  const notes: FindingsNotes = {
    ...{ target: 'mine', product: 'Mine', version: '1.0', about: 'Played at home.' },
    ...{ findings: [{ ...LATE, ...change }], seen: ['It is slow.'] },
  };
  const gathered = gather(results, baseline, notes);
  const catalogue = reportCatalogue();
  return findingsPage({ results, catalogue, root: '../..', notes, gathered, sources: ['a.yaml', 'b.yaml'] });
}

describe('the page of findings', () => {
  it('tells what was run and has all findings in a table', () => {
    const text = page(resultsOf('mine', failedScenario()));
    for (const part of [
      '# Findings: Mine 1.0\n',
      '| calls itself | mine 1.0 |',
      '| run | 2030-01-07, itip-conformance 0.0.0, 1 scenarios |',
      'Played at home.',
      `| 1 | [A late REPLY wins](#late) | failed | implied MUST | \`${OLDER_REPLY}\` | 1 |`,
      '- It is slow.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('What could not be judged');
  });

  it('tells of a finding the rule, the scenario, the exchange, the other reading and the way to dispute it', () => {
    const text = page(resultsOf('mine', failedScenario()), { lines: ['SEQUENCE'] });
    for (const part of [
      '<a id="late"></a>\n\n## 1. A late REPLY wins\n\n*failed, implied MUST, 1 check*',
      'The server takes the answer that comes last.',
      `- \`${OLDER_REPLY}\` (implied MUST, RFC 2446 section 2.1.5, Message Sequencing): The answer to the newest`,
      '  How we read it: Only what the calendar shows is judged.',
      '**A late REPLY** ([sample.feature](../../features/sample.feature)), judged by',
      '- expected: a REPLY to SEQUENCE 1\n- found: a REPLY to SEQUENCE 0\n',
      'REPLY from Erik to Anna:\n\n```\nMETHOD:REPLY\nBEGIN:VEVENT\nSEQUENCE:0\nEND:VEVENT\n```',
      `npx itip run --target mine rfc2446/2.1.5-order/late\nnpx itip explain ${OLDER_REPLY}\n`,
      'Tried by hand, too.\n\n**Another reading:** that the last one counts. **Not excused.**',
      `- failed: SEQUENCE is not looked at.\n  - \`${OLDER_REPLY}\` in \`rfc2446/2.1.5-order/late\``,
      '[verdicts.md](../../docs/verdicts.md)',
    ])
      expect(text).toContain(part);
  });

  it('shows no message where the notes say that none decides', () => {
    expect(page(resultsOf('mine', failedScenario()), { lines: [] })).not.toContain('METHOD:');
  });

  it('says that a reading excuses the server', () => {
    const text = page(resultsOf('mine', failedScenario()), { excused: true });
    expect(text).toContain('*failed, excused, implied MUST, 1 check*');
    expect(text).toContain('**Excused.**');
  });

  it('never calls a SHOULD a failure, and lists apart what could not be judged', () => {
    const comment = '2446/3.2.3/comment';
    const results = resultsOf(
      'mine',
      failedScenario(),
      plainScenario('a', 'warned', comment),
      plainScenario('b', 'blocked'),
    );
    const text = page(results);
    expect(text).toMatch(/## Other rules that are not followed\n\n.*None of them is a failure\. 1 check\.\n/);
    expect(text).toContain('- warned: why it is warned');
    expect(text).toMatch(/## What could not be judged\n\n[^#]*- blocked: why it is blocked/);
    const scenario = 'rfc2446/3.2.3-reply/a';
    const entry = {
      scenario,
      requirement: comment,
      outcome: 'warned',
      reason: 'rare',
      finding: 'late',
    } as const;
    const only = page(
      resultsOf('mine', plainScenario('a', 'warned', comment)),
      {},
      { target: 'mine', entries: [entry] },
    );
    expect(only).toContain('*warned, SHOULD, 1 check*');
  });

  it('names what an unjudged finding keeps from being judged', () => {
    const scenario = 'rfc2446/3.2.3-reply/a';
    const entry = {
      scenario,
      requirement: '2446/3.2.3/reply-uid',
      outcome: 'errored',
      reason: 'x',
      finding: 'late',
    } as const;
    const text = page(
      resultsOf('mine', plainScenario('a', 'errored')),
      {},
      { target: 'mine', entries: [entry] },
    );
    expect(text).toContain('| errored | not judged |  | 1 |');
    expect(text).toContain('Not judged because of it: `2446/3.2.3/reply-uid`.');
  });

  it('is the same for what differs from run to run', () => {
    const run = (digits: string, account: string, second: string): Results => {
      const message = [
        'BEGIN:VCALENDAR',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:itip-${digits}-7-1-late@itip-conformance.invalid`,
        `DTSTAMP:20300107T0900${second}Z`,
        `ATTENDEE:mailto:${account}@dav.test`,
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n');
      const actual = `REPLY from mailto:${account}@dav.test`;
      const check = sampleCheck('failed', { requirement: OLDER_REPLY, actual, message });
      const people = { erik: [`mailto:${account}@dav.test`] };
      const scenario = failedScenario({ checks: [check], people, durationMs: Number(second) });
      return { ...resultsOf('mine', scenario), durationMs: 1000 * Number(second) };
    };
    const first = page(run('0a1b2c3d', 'attendee1', '11'), { lines: ['UID', 'DTSTAMP', 'ATTENDEE'] });
    expect(first).toContain('UID:meeting-1\nDTSTAMP:(time)\nATTENDEE:mailto:erik@dav.test\n');
    expect(page(run('99999999', 'attendee12', '44'), { lines: ['UID', 'DTSTAMP', 'ATTENDEE'] })).toBe(first);
  });

  it('nothing that the server wrote becomes markup', () => {
    const evil = '</details><script>alert(1)</script> ```` [x](https://example.com)';
    const check = sampleCheck('failed', {
      requirement: OLDER_REPLY,
      actual: evil,
      expected: evil,
      message: evil,
    });
    const text = page(resultsOf('mine', failedScenario({ checks: [check] })));
    const outsideCode = text.replace(/^(`{3,})[^`]*\n[\s\S]*?\n\1$/gm, '');
    expect(outsideCode).not.toMatch(/<script|\]\(https/);
  });
});

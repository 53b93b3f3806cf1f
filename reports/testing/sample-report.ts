import { type BaselineEntry, type BaselineReport, compareWithBaseline } from '../../conformance/baseline.js';
import { type ExchangeEvent, type Results, type ScenarioResult, worstOf } from '../../conformance/results.js';
import { sampleCatalogue, sampleRow } from '../../conformance/testing/sample-catalogue.js';
import { sampleCheck, sampleResults, sampleScenario } from '../../conformance/testing/sample-results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import type { Place, Row } from '../../requirements/row.js';
import type { ReportInput } from '../html/model.js';
import type { ScenarioText } from '../scenario-text.js';

/** Results for the tests of reports: a REPLY that was held and overtaken, and what else a run may end with. */

const SEQUENCING: Place = {
  document: 'rfc2446',
  section: '2.1.5',
  title: 'Message Sequencing',
  lines: [1, 2],
};

export const OLDER_REPLY = '2446/2.1.5/older-reply';
export const REPLY_UID = '2446/3.2.3/reply-uid';

/** A small catalogue: an implied MUST, a MUST, a SHOULD, and a rule that nothing judges. */
export function reportCatalogue(...others: readonly Row[]): Catalogue {
  const reply: Place = { document: 'rfc2446', section: '3.2.3', title: 'REPLY', lines: [3, 4] };
  const rows = [
    sampleRow(OLDER_REPLY, {
      force: { level: 'implied', weight: 'must', reason: 'an answer would be lost' },
      text: 'The answer to the newest revision counts.',
      source: SEQUENCING,
      method: 'REPLY',
      ruling: 'Only what the calendar shows is judged.',
    }),
    sampleRow(REPLY_UID, { text: 'A REPLY has the UID of the REQUEST.', source: reply, party: 'attendee' }),
    sampleRow('2446/3.2.3/comment', { force: { level: 'SHOULD' }, source: reply, method: 'any' }),
    sampleRow('2446/3.2.3/open', { text: 'Nobody judges this.', source: reply, untested: 'no scenario yet' }),
    ...others,
  ];
  const titles: Record<string, string> = { '2.1.5': 'Message Sequencing', '3.2.3': 'REPLY' };
  return { ...sampleCatalogue(rows), titleOf: (_document, section) => titles[section] };
}

/** A scheduling message of the meeting that all these scenarios are about. */
export function meetingMessage(method: string, sequence: number, partstat: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:review@example.com',
    `SEQUENCE:${sequence}`,
    'SUMMARY:Design review',
    `ATTENDEE;PARTSTAT=${partstat}:mailto:erik@example.com`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** Erik's first REPLY is held, a second one passes it, and a third event repeats the REQUEST. */
export function heldReply(): ExchangeEvent[] {
  const message = (id: string, from: string, to: string, text: string, detail: string): ExchangeEvent => {
    return {
      kind: 'composed',
      at: 0,
      from,
      to,
      text,
      detail,
      messageId: id,
      virtual: '2030-01-07T09:01:00Z',
    };
  };
  const arrives = (id: string, to: string, text: string): ExchangeEvent => {
    return { kind: 'delivered', at: 0, to, text, messageId: id };
  };
  return [
    { kind: 'intent', at: 0, from: 'anna', text: 'invite' },
    message('a', 'anna', 'erik', 'REQUEST', meetingMessage('REQUEST', 0, 'NEEDS-ACTION')),
    arrives('a', 'erik', 'REQUEST to the counterpart'),
    message('b', 'erik', 'anna', 'REPLY', meetingMessage('REPLY', 0, 'ACCEPTED')),
    { kind: 'intent', at: 0, from: 'anna', text: 'reschedule' },
    message('c', 'erik', 'anna', 'REPLY', meetingMessage('REPLY', 1, 'DECLINED')),
    { kind: 'decision', at: 0, from: 'anna', text: 'applied by orderReply' },
    arrives('c', 'anna', 'REPLY applied: orderReply'),
    arrives('b', 'anna', 'REPLY applied: noted'),
    arrives('a', 'erik', 'REQUEST again, to the counterpart'),
    message('d', 'anna', 'erik', 'CANCEL', meetingMessage('CANCEL', 2, 'DECLINED')),
    { kind: 'exchange', at: 0, from: 'anna', text: 'PUT 201', detail: 'PUT /calendar\r\n\r\nHTTP/1.1 201' },
  ];
}

/** The scenario of that REPLY, which failed. The message that decided is the first REPLY. */
export function failedScenario(more: Partial<ScenarioResult> = {}): ScenarioResult {
  const wrong = sampleCheck('failed', {
    requirement: OLDER_REPLY,
    level: 'implied',
    expected: 'a REPLY to SEQUENCE 1',
    actual: 'a REPLY to SEQUENCE 0',
    message: meetingMessage('REPLY', 0, 'ACCEPTED'),
  });
  const beside = sampleCheck('passed', { requirement: REPLY_UID, ambient: true });
  return sampleScenario('rfc2446/2.1.5-order/late', [wrong, beside], {
    name: 'A late REPLY',
    exchange: heldReply(),
    ...more,
  });
}

/** A scenario with one check; a warning is about a SHOULD. */
export function plainScenario(
  id: string,
  outcome: ScenarioResult['outcome'],
  requirement = REPLY_UID,
): ScenarioResult {
  const check = sampleCheck(outcome, { requirement, level: outcome === 'warned' ? 'should' : 'must' });
  return sampleScenario(`rfc2446/3.2.3-reply/${id}`, [check], { name: `Name of ${id}` });
}

/** Results under a name for the target. */
export function resultsOf(name: string, ...scenarios: readonly ScenarioResult[]): Results {
  const sample = sampleResults(scenarios);
  const ids = [...new Set(scenarios.flatMap(({ checks }) => checks.map(({ requirement }) => requirement)))];
  const outcomeOf = (id: string): Results['requirements'][number] => {
    const checks = scenarios
      .flatMap((scenario) => scenario.checks)
      .filter(({ requirement }) => requirement === id);
    const [first = sampleCheck()] = checks;
    return { id, level: first.level, outcome: worstOf(checks.map(({ outcome }) => outcome)) };
  };
  return {
    ...sample,
    target: { ...sample.target, name, product: `${name} 1.0` },
    requirements: ids.map(outcomeOf),
  };
}

/** What a report is made from, with the wording of the failed scenario. */
export function reportInput(...results: readonly Results[]): ReportInput {
  const text: ScenarioText = {
    id: 'rfc2446/2.1.5-order/late',
    rule: 'The newest answer counts',
    steps: [
      { keyword: 'Given', text: 'Erik accepts, but the REPLY is held' },
      { keyword: 'Then', text: 'Anna sees', table: [['Erik', 'DECLINED']] },
    ],
  };
  return { results, catalogue: reportCatalogue(), texts: new Map([[text.id, text]]) };
}

/** The same meeting as a calendar object. */
export function meetingCopy(sequence: number, partstat: string): string {
  return meetingMessage('REQUEST', sequence, partstat).replace('METHOD:REQUEST\r\n', '');
}

/**
 * What looks see around an answer that arrives at once: the REQUEST in Anna's Outbox, her calendar before and after,
 * the REPLY in her Inbox; and a second REPLY that changes nothing.
 */
export function seenReply(): ExchangeEvent[] {
  const event = (kind: ExchangeEvent['kind'], text: string, more: Partial<ExchangeEvent>): ExchangeEvent => {
    return { kind, at: 0, text, ...more };
  };
  const [request, reply] = [
    meetingMessage('REQUEST', 0, 'NEEDS-ACTION'),
    meetingMessage('REPLY', 0, 'ACCEPTED'),
  ];
  const toErik = { from: 'anna', to: 'erik', messageId: 'a' };
  const toAnna = { from: 'erik', to: 'anna', messageId: 'b' };
  return [
    event('composed', 'REQUEST', { ...toErik, detail: request }),
    event('delivered', 'REQUEST to the counterpart', { to: 'erik', messageId: 'a' }),
    event('composed', 'REPLY', { ...toAnna, detail: reply }),
    event('observed', 'in the calendar', { from: 'anna', detail: meetingCopy(0, 'NEEDS-ACTION') }),
    event('observed', 'REQUEST in the Outbox', { from: 'anna', via: 'outbox', messageId: 'a' }),
    event('delivered', 'REPLY applied: orderReply', { to: 'anna', messageId: 'b' }),
    event('observed', 'changed in the calendar', { from: 'anna', detail: meetingCopy(0, 'ACCEPTED') }),
    event('observed', 'REPLY in the Inbox', { from: 'anna', via: 'inbox', messageId: 'b' }),
    event('observed', 'REQUEST changed in the Outbox', { from: 'anna', via: 'outbox', messageId: 'a' }),
  ];
}

/** A run with a failure that its baseline accepts, one that it does not, and an entry of it that is stale. */
export function runWithBaseline(): { readonly results: Results; readonly baseline: BaselineReport } {
  const results = resultsOf(
    'mine',
    plainScenario('known', 'failed'),
    plainScenario('new', 'failed'),
    plainScenario('mended', 'passed'),
  );
  const entryFor = (name: string, reason: string): BaselineEntry => ({
    ...{ scenario: `rfc2446/3.2.3-reply/${name}`, requirement: REPLY_UID, outcome: 'failed', reason },
    link: 'https://example.com/issue/1',
  });
  const entries = [entryFor('known', 'it drops the UID'), entryFor('mended', 'it did not answer')];
  return { results, baseline: compareWithBaseline(results, { target: 'mine', entries }, '2030-01-01') };
}

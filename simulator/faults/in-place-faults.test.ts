import { describe, expect, it } from 'vitest';
import { makeProperty } from '../icalendar/edit.js';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { rulesWith } from './fault.js';
import { faultById } from './fault-list.js';

const [ANNA, BERT, SVEN] = ['mailto:anna@example.com', 'mailto:bert@example.com', 'mailto:sven@example.com'];
const forBert = makeProperty('attendee', BERT, { 'sent-by': SVEN });
const forAnna = makeProperty('organizer', ANNA, { 'sent-by': SVEN });
const delegate = makeProperty('attendee', SVEN, { 'delegated-from': BERT });

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const CASES: readonly Case[] = [
  ['delegated-taken-as-declined', (rules) => rules.answerTaken('DELEGATED'), 'DELEGATED', 'DECLINED'],
  ['delegates-answer-goes-to-the-delegator', (rules) => rules.repliesFor(delegate), SVEN, BERT],
  ['only-first-delegate-is-kept', (rules) => rules.delegatesTaken([BERT, SVEN]), [BERT, SVEN], [BERT]],
  ['secretary-becomes-organizer', (rules) => rules.organizerSentBy(forAnna, SVEN)[3], ANNA, SVEN],
  ['sender-must-be-the-organizer', (rules) => rules.requestsFor(forAnna), ANNA, SVEN],
  ['secretary-answers-as-attendee', (rules) => rules.attendeeSentBy(forBert, SVEN)[3], BERT, SVEN],
  ['sent-by-is-the-attendee', (rules) => rules.repliesFor(forBert), BERT, SVEN],
  ['delegation-counts-as-revision', (rules) => rules.sequenceOfDelegation(1), 1, 2],
];

describe('a fault of acting in the place of another', () => {
  it.each(CASES)('%s', (id, look, right, wrong) => {
    const fault = faultById(id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules), 'with sound rules').toEqual(right);
    expect(look(rulesWith(fault)), `with ${id}`).toEqual(wrong);
  });
});

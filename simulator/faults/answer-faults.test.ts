import { describe, expect, it } from 'vitest';
import { type JCalProperty, properties, property } from '../icalendar/jcal.js';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { sampleEvent } from '../testing/sample-event.js';
import { ANSWER_FAULTS } from './answer-faults.js';
import { rulesWith } from './fault.js';

const [ERIK, FREDERIK] = ['mailto:erik@example.com', 'mailto:frederik@example.com'];
const accepted: JCalProperty = ['attendee', { partstat: 'ACCEPTED', role: 'CHAIR' }, 'cal-address', ERIK];
const declined: JCalProperty = ['attendee', { partstat: 'DECLINED' }, 'cal-address', ERIK];
const event = sampleEvent({ attendees: { anna: 'ACCEPTED', erik: 'NEEDS-ACTION' } });

const partstats = (rules: Rules, reset: boolean) =>
  properties(rules.answersAfterChange(event, reset), 'attendee').map(([, { partstat }]) => partstat);

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const CASES: readonly Case[] = [
  ['answer-is-no-change', (rules) => rules.sendsAnswer('NEEDS-ACTION', 'ACCEPTED'), true, false],
  ['answer-needs-the-series', (rules) => rules.answersWithoutSeries(), true, false],
  [
    'replier-listed-twice',
    (rules) => rules.replyAttendees([], declined).map(([, , , address]) => address),
    [ERIK],
    [ERIK, 'erik@example.com'],
  ],
  [
    'instance-answered-as-the-series',
    (rules) => rules.replyAttendees([], declined, () => accepted).map(([, { partstat }]) => partstat),
    ['DECLINED'],
    ['ACCEPTED'],
  ],
  ['series-answer-has-every-component', (rules) => rules.seriesAnswerCovers('ACCEPTED', false), false, true],
  ['accepting-drops-changed-instances', (rules) => rules.keepsOverridesAfterAnswer(), true, false],
  ['cancelled-copy-is-declined', (rules) => rules.deletionDeclines(true), false, true],
  [
    'reply-with-status-dropped',
    (rules) => rules.replyTakes([event, sampleEvent({ lines: ['STATUS:CONFIRMED'] })]).length,
    2,
    1,
  ],
  [
    'similar-address-is-the-same',
    (rules) => rules.answersFor(ERIK, () => [ERIK, FREDERIK]),
    [ERIK],
    [ERIK, FREDERIK],
  ],
  [
    'reply-sets-all-parameters',
    (rules) => {
      const reply = ['vevent', [accepted], []] as const;
      return properties(rules.eventAfterAnswer(event, reply), 'attendee').map(([, { role }]) => role);
    },
    [undefined, undefined],
    [undefined, 'CHAIR'],
  ],
  [
    'own-answer-reopened-too',
    (rules) => [partstats(rules, true), partstats(rules, false)],
    [
      ['ACCEPTED', 'NEEDS-ACTION'],
      ['ACCEPTED', 'NEEDS-ACTION'],
    ],
    [
      ['NEEDS-ACTION', 'NEEDS-ACTION'],
      ['ACCEPTED', 'NEEDS-ACTION'],
    ],
  ],
  ['answer-makes-an-instance', (rules) => rules.takesReplyToUnknownInstance(), false, true],
  [
    'dates-added-are-no-instances',
    (rules) => {
      const master = rules.seriesAnswered(sampleEvent({ lines: ['RDATE:20300306T100000Z'] }));
      return property(master, 'rdate')?.[3];
    },
    '2030-03-06T10:00:00Z',
    undefined,
  ],
];

describe('a fault with answers', () => {
  it.each(CASES)('%s', (id, look, right, wrong) => {
    const fault = ANSWER_FAULTS.find((each) => each.id === id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules)).toEqual(right);
    expect(look(rulesWith(fault))).toEqual(wrong);
  });

  it('is tested here whichever it is', () => {
    expect(new Set(CASES.map(([id]) => id))).toEqual(new Set(ANSWER_FAULTS.map(({ id }) => id)));
  });
});

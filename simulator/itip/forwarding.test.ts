import { describe, expect, test } from 'vitest';
import type { JCalComponent, JCalParameters, JCalProperty } from '../icalendar/jcal.js';
import { forwardTo, standingOf, withOwnLine, withUninvited } from './forwarding.js';
import { participationRules } from './participation-rules.js';
import { STANDARD_POLICIES } from './policies.js';

const ANNA = 'mailto:anna@example.com';
const BERT = 'mailto:bert@example.com';
const OTTO = 'mailto:otto@example.com';
const TEAM = 'mailto:team@example.com';
const rules = participationRules(STANDARD_POLICIES);

function line(address: string, parameters: JCalParameters = {}): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

const organizer: JCalProperty = ['organizer', {}, 'cal-address', ANNA];
const event: JCalComponent = [
  'vevent',
  [['uid', {}, 'text', '1'], organizer, line(BERT), line(TEAM, { cutype: 'GROUP' })],
  [],
];

function message(method: string): JCalComponent {
  return ['vcalendar', [['method', {}, 'text', method]], [event]];
}

describe('forwarding', () => {
  test('sends the very message', () => {
    const original = message('REQUEST');
    const outgoing = forwardTo(original, BERT, OTTO, rules);
    expect(outgoing.calendar).toBe(original);
    expect(outgoing).toMatchObject({ method: 'REQUEST', originator: BERT, recipients: [OTTO] });
  });

  test.each([
    ['another method', 'CANCEL', OTTO, /only a REQUEST/],
    ['to one who is invited', 'REQUEST', 'mailto:Bert@example.com', /invited already/],
    ['to the Organizer', 'REQUEST', ANNA, /organizes/],
  ])('%s is refused', (_case, method, to, reason) => {
    expect(() => forwardTo(message(method), BERT, to, rules)).toThrow(reason);
    expect(() => forwardTo(message(method), BERT, to, rules)).toThrow(RangeError);
  });
});

describe('one who is not listed answers', () => {
  test('uninvited, with an ATTENDEE of its own', () => {
    expect(withOwnLine(event, OTTO, [], rules)[1].at(-1)).toEqual(line(OTTO));
    expect(withOwnLine(event, OTTO, ['mailto:other-team@example.com'], rules)[1].at(-1)).toEqual(line(OTTO));
  });

  test('as a member of a listed group', () => {
    expect(withOwnLine(event, OTTO, ['mailto:TEAM@example.com'], rules)[1].at(-1)).toEqual(
      line(OTTO, { cutype: 'INDIVIDUAL', member: TEAM }),
    );
  });

  test.each([
    ['names a listed group', { member: TEAM }, 'member'],
    ['names several groups', { member: ['mailto:x@example.com', 'mailto:TEAM@example.com'] }, 'member'],
    ['names one who is no group', { member: BERT }, 'uninvited'],
    ['names a group that is not listed', { member: 'mailto:x@example.com' }, 'uninvited'],
    ['names none', {}, 'uninvited'],
  ])('who %s', (_case, parameters, expected) => {
    expect(standingOf(event, line(OTTO, parameters), rules)).toBe(expected);
  });
});

describe('the Organizer decides', () => {
  test('adds the ATTENDEE with the answer, and without what was said to the Organizer alone', () => {
    const replied = line(OTTO, { partstat: 'ACCEPTED', cn: 'Otto', rsvp: 'TRUE', 'sent-by': BERT });
    const added = withUninvited(event, replied, rules);
    expect(added[1].at(-1)).toEqual(line(OTTO, { partstat: 'ACCEPTED', cn: 'Otto' }));
    expect(added[1].slice(0, -1)).toEqual(event[1]);
  });

  test.each(['add', 'ask', 'ignore'] as const)(
    'by policy: %s; but a refusal and an outdated answer ask for nothing',
    (policy) => {
      const decided = participationRules({ ...STANDARD_POLICIES, uninvitedReply: policy });
      expect(decided.uninvitedReply('ACCEPTED', false)).toBe(policy);
      expect(decided.uninvitedReply('DECLINED', false)).toBe('ignore');
      expect(decided.uninvitedReply('ACCEPTED', true)).toBe('ignore');
    },
  );
});

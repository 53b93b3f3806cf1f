import { describe, expect, test } from 'vitest';
import type { JCalComponent, JCalParameters, JCalProperty } from '../icalendar/jcal.js';
import { attendeesOf } from '../icalendar/read.js';
import { delegationRules } from './delegation-rules.js';
import { STANDARD_POLICIES } from './policies.js';
import { isUnknownDelegate, takeDecline, takeDelegation } from './take-delegation.js';

const [BERT, CARLA, DORA, ERIK] = ['bert', 'carla', 'dora', 'erik'].map(
  (name) => `mailto:${name}@example.com`,
) as [string, string, string, string];
const rules = delegationRules(STANDARD_POLICIES);
const nobody = () => false;

function line(address: string, parameters: JCalParameters): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

function eventWith(...lines: readonly JCalProperty[]): JCalComponent {
  return ['vevent', [['uid', {}, 'text', '1'], ...lines], []];
}

function shown(event: JCalComponent): [string, JCalParameters][] {
  return attendeesOf(event).map(({ address, parameters }) => [address, parameters]);
}

const ASKED = { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', role: 'OPT-PARTICIPANT' };
const organized = eventWith(line(BERT, ASKED), line(CARLA, ASKED));
const delegates = line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA });

describe('the REPLY of a Delegator', () => {
  test('as RFC 5546 has it: both ATTENDEEs', () => {
    const named = line(DORA, { 'delegated-from': BERT, cn: 'Dora', role: 'CHAIR', partstat: 'ACCEPTED' });
    const taken = takeDelegation(organized, eventWith(delegates, named), delegates, nobody, rules);
    expect(shown(taken.event)).toEqual([
      [BERT, { partstat: 'DELEGATED', role: 'OPT-PARTICIPANT', 'delegated-to': DORA }],
      [CARLA, ASKED],
      [DORA, { ...ASKED, cn: 'Dora', 'delegated-from': BERT }],
    ]);
    expect(taken.told).toEqual([]);
  });

  test('as the sample of RFC 2446 has it: the Delegator alone', () => {
    const taken = takeDelegation(organized, eventWith(delegates), delegates, nobody, rules);
    expect(shown(taken.event)[2]).toEqual([DORA, { ...ASKED, 'delegated-from': BERT }]);
  });

  test('that names the Delegate only by its ATTENDEE', () => {
    const bare = line(BERT, { partstat: 'DELEGATED' });
    const reply = eventWith(bare, line(DORA, { 'delegated-from': 'MAILTO:BERT@example.com' }));
    const taken = takeDelegation(organized, reply, bare, nobody, rules);
    expect(shown(taken.event)[0]?.[1]['delegated-to']).toBe(DORA);
    expect(shown(taken.event)).toHaveLength(3);
  });

  test('the wish for updates is taken over', () => {
    const wishes = line(BERT, { ...delegates[1], rsvp: 'TRUE', role: 'NON-PARTICIPANT' });
    const taken = takeDelegation(organized, eventWith(wishes), wishes, nobody, rules);
    expect(shown(taken.event)[0]).toEqual([
      BERT,
      { partstat: 'DELEGATED', rsvp: 'TRUE', role: 'NON-PARTICIPANT', 'delegated-to': DORA },
    ]);
  });

  test('an own answer of one who is invited already stays', () => {
    const accepted = eventWith(line(BERT, ASKED), line(CARLA, { partstat: 'ACCEPTED' }));
    const toCarla = line(BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA });
    const reply = eventWith(toCarla, line(CARLA, { ...ASKED, 'delegated-from': BERT }));
    const taken = takeDelegation(accepted, reply, toCarla, nobody, rules);
    expect(shown(taken.event)[1]).toEqual([CARLA, { partstat: 'ACCEPTED', 'delegated-from': BERT }]);
  });

  test('the second step of a chain keeps the first', () => {
    const first = eventWith(
      line(BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }),
      line(CARLA, { ...ASKED, 'delegated-from': BERT }),
    );
    const toDora = line(CARLA, { partstat: 'DELEGATED', 'delegated-from': BERT, 'delegated-to': DORA });
    const taken = takeDelegation(first, eventWith(toDora), toDora, nobody, rules);
    expect(shown(taken.event)).toEqual([
      [BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }],
      [
        CARLA,
        { partstat: 'DELEGATED', role: 'OPT-PARTICIPANT', 'delegated-from': BERT, 'delegated-to': DORA },
      ],
      [DORA, { ...ASKED, 'delegated-from': CARLA }],
    ]);
  });
});

describe('a Delegate who was faster than the Delegator', () => {
  const early = (partstat: string) =>
    eventWith(line(BERT, ASKED), line(DORA, { partstat, 'delegated-from': BERT }));

  test('has accepted: the answer stays', () => {
    const taken = takeDelegation(early('ACCEPTED'), eventWith(delegates), delegates, () => true, rules);
    expect(shown(taken.event)[1]).toEqual([DORA, { partstat: 'ACCEPTED', 'delegated-from': BERT }]);
    expect(taken.told).toEqual([]);
  });

  test('has declined: the Delegator is asked again at once', () => {
    const taken = takeDelegation(early('DECLINED'), eventWith(delegates), delegates, () => true, rules);
    expect(shown(taken.event)[0]?.[1]).toMatchObject({ partstat: 'NEEDS-ACTION', rsvp: 'TRUE' });
    expect(taken.told).toEqual([BERT]);
  });

  test('had declined an earlier delegation: is asked again', () => {
    const taken = takeDelegation(early('DECLINED'), eventWith(delegates), delegates, nobody, rules);
    expect(shown(taken.event)[1]?.[1]).toMatchObject({ partstat: 'NEEDS-ACTION', rsvp: 'TRUE' });
    expect(taken.told).toEqual([]);
  });
});

describe('a Delegate declines', () => {
  const declined = line(DORA, { partstat: 'DECLINED', role: 'OPT-PARTICIPANT', 'delegated-from': BERT });

  test('the Delegator is asked again and told, with the ROLE of before', () => {
    const delegated = line(BERT, {
      partstat: 'DELEGATED',
      role: 'NON-PARTICIPANT',
      rsvp: 'FALSE',
      'delegated-to': DORA,
    });
    const { event, told } = takeDecline(eventWith(delegated, declined), 'mailto:DORA@example.com', rules);
    expect(shown(event)).toEqual([
      [BERT, ASKED],
      [DORA, declined[1]],
    ]);
    expect(told).toEqual([BERT]);
  });

  test('by policy the Delegator stays DELEGATED and is told all the same', () => {
    const event = eventWith(delegates, declined);
    const keeping = delegationRules({ ...STANDARD_POLICIES, delegatorAfterDecline: 'keep' });
    expect(takeDecline(event, DORA, keeping)).toEqual({ event, told: [BERT] });
  });

  test('another Delegate still stands in', () => {
    const two = line(BERT, { partstat: 'DELEGATED', 'delegated-to': [DORA, CARLA] });
    const { event, told } = takeDecline(eventWith(two, declined, line(CARLA, ASKED)), DORA, rules);
    expect(shown(event)[0]).toEqual([BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }]);
    expect(told).toEqual([BERT]);
  });

  test('in a chain only the nearest Delegator is asked again', () => {
    const chain = eventWith(
      line(BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }),
      line(CARLA, { partstat: 'DELEGATED', 'delegated-from': BERT, 'delegated-to': DORA }),
      line(DORA, { partstat: 'DECLINED', 'delegated-from': CARLA }),
    );
    const { event, told } = takeDecline(chain, DORA, rules);
    expect(shown(event)).toEqual([
      [BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }],
      [CARLA, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', 'delegated-from': BERT }],
      [DORA, { partstat: 'DECLINED', 'delegated-from': CARLA }],
    ]);
    expect(told).toEqual([CARLA]);
  });

  test.each([
    ['accepts', line(DORA, { partstat: 'ACCEPTED', 'delegated-from': BERT })],
    ['nobody delegated to', line(DORA, { partstat: 'DECLINED' })],
  ])('one who %s changes nothing', (_case, attendee) => {
    const event = eventWith(delegates, attendee);
    expect(takeDecline(event, DORA, rules)).toEqual({ event, told: [] });
    expect(takeDecline(event, ERIK, rules)).toEqual({ event, told: [] });
  });
});

test('an unknown Delegate comes in the name of one who is invited', () => {
  expect(isUnknownDelegate(organized, line(DORA, { 'delegated-from': BERT }))).toBe(true);
  expect(isUnknownDelegate(organized, line(DORA, { 'delegated-from': ERIK }))).toBe(false);
  expect(isUnknownDelegate(organized, line(DORA, {}))).toBe(false);
  expect(isUnknownDelegate(organized, line(CARLA, { 'delegated-from': BERT }))).toBe(false);
});

test.each([
  [{}, true],
  [{ partstat: 'DECLINED' }, true],
  [{ partstat: 'DELEGATED' }, false],
  [{ partstat: 'DELEGATED', rsvp: 'FALSE' }, false],
  [{ partstat: 'DELEGATED', rsvp: 'TRUE' }, true],
  [{ partstat: 'DELEGATED', role: 'NON-PARTICIPANT' }, true],
  [{ partstat: 'DELEGATED', role: 'NON-PARTICIPANT', rsvp: 'FALSE' }, false],
])('updates to %j: %s', (parameters, expected) => {
  expect(rules.updateReaches(line(BERT, parameters))).toBe(expected);
});

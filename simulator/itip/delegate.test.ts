import { describe, expect, test } from 'vitest';
import type { JCalComponent, JCalParameters, JCalProperty } from '../icalendar/jcal.js';
import { attendeesOf } from '../icalendar/read.js';
import { delegationAfterUpdate, standingDelegates, withDelegation, withLine } from './delegate.js';
import { lineOf } from './delegation.js';
import { delegationRules } from './delegation-rules.js';
import { type Policies, STANDARD_POLICIES } from './policies.js';

const [ANNA, BERT, CARLA, DORA] = ['anna', 'bert', 'carla', 'dora'].map(
  (name) => `mailto:${name}@example.com`,
) as [string, string, string, string];

const rules = delegationRules(STANDARD_POLICIES);
const under = (policies: Partial<Policies>) => delegationRules({ ...STANDARD_POLICIES, ...policies });

function line(address: string, parameters: JCalParameters): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

function eventWith(...lines: readonly JCalProperty[]): JCalComponent {
  const organizer: JCalProperty = ['organizer', {}, 'cal-address', ANNA];
  return ['vevent', [['uid', {}, 'text', '1'], organizer, ...lines, ['summary', {}, 'text', 'Review']], []];
}

/** Parameters of each ATTENDEE by address, in order. */
function shown(event: JCalComponent | undefined): [string, JCalParameters][] {
  return event === undefined
    ? []
    : attendeesOf(event).map(({ address, parameters }) => [address, parameters]);
}

const ASKED = { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', role: 'REQ-PARTICIPANT' };
const invited = eventWith(line(BERT, { ...ASKED, role: 'OPT-PARTICIPANT', cn: 'Bert' }), line(CARLA, ASKED));

describe('the copy of the Delegator', () => {
  test('shows both ends; the Delegate inherits RSVP and ROLE, nothing else', () => {
    const copy = withDelegation(invited, { delegator: BERT, delegate: DORA, updates: false }, rules);
    expect(shown(copy)).toEqual([
      [
        BERT,
        { partstat: 'DELEGATED', rsvp: 'FALSE', role: 'OPT-PARTICIPANT', cn: 'Bert', 'delegated-to': DORA },
      ],
      [CARLA, ASKED],
      [DORA, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', role: 'OPT-PARTICIPANT', 'delegated-from': BERT }],
    ]);
    expect(copy[1].at(-1)).toEqual(['summary', {}, 'text', 'Review']);
  });

  test.each([
    ['both', { rsvp: 'TRUE', role: 'NON-PARTICIPANT' }],
    ['rsvp', { rsvp: 'TRUE', role: 'OPT-PARTICIPANT' }],
    ['role', { rsvp: undefined, role: 'NON-PARTICIPANT' }],
  ] as const)(
    'asks for further updates by %s; the Delegate still inherits the old ROLE',
    (policy, expected) => {
      const wish = { delegator: BERT, delegate: DORA, updates: true };
      const copy = withDelegation(invited, wish, under({ delegatorUpdates: policy }));
      const [, parameters] = shown(copy)[0] ?? ['', {}];
      expect({ rsvp: parameters.rsvp, role: parameters.role }).toEqual(expected);
      expect(shown(copy)[2]?.[1].role).toBe('OPT-PARTICIPANT');
    },
  );

  test('a Delegator who answered before was asked, so the Delegate is', () => {
    const answered = eventWith(line(BERT, { partstat: 'ACCEPTED' }));
    const copy = withDelegation(answered, { delegator: BERT, delegate: DORA, updates: false }, rules);
    expect(shown(copy)[1]).toEqual([
      DORA,
      { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', 'delegated-from': BERT },
    ]);
  });

  test('a Delegator who is not asked to answer hands that on', () => {
    const unasked = eventWith(line(BERT, { role: 'NON-PARTICIPANT' }));
    const copy = withDelegation(unasked, { delegator: BERT, delegate: DORA, updates: false }, rules);
    expect(shown(copy)[1]).toEqual([
      DORA,
      { partstat: 'NEEDS-ACTION', role: 'NON-PARTICIPANT', 'delegated-from': BERT },
    ]);
  });

  test('a Delegate may delegate in turn, and the chain stays linked', () => {
    const first = withDelegation(invited, { delegator: BERT, delegate: DORA, updates: false }, rules);
    const second = withDelegation(
      first,
      { delegator: DORA, delegate: 'mailto:erik@example.com', updates: false },
      rules,
    );
    expect(
      shown(second).map(([, parameters]) => [parameters['delegated-from'], parameters['delegated-to']]),
    ).toEqual([
      [undefined, DORA],
      [undefined, undefined],
      [BERT, 'mailto:erik@example.com'],
      [DORA, undefined],
    ]);
  });

  test('one who is invited already is asked once more', () => {
    const accepted = eventWith(line(BERT, ASKED), line(CARLA, { partstat: 'ACCEPTED', cn: 'Carla' }));
    const copy = withDelegation(accepted, { delegator: BERT, delegate: CARLA, updates: false }, rules);
    expect(shown(copy)[1]).toEqual([CARLA, { ...ASKED, cn: 'Carla', 'delegated-from': BERT }]);
    expect(shown(copy)).toHaveLength(2);
  });

  test('a second Delegate stands beside the first', () => {
    const first = withDelegation(invited, { delegator: BERT, delegate: DORA, updates: false }, rules);
    const second = withDelegation(first, { delegator: BERT, delegate: CARLA, updates: false }, rules);
    expect(lineOf(second, BERT)?.[1]['delegated-to']).toEqual([DORA, CARLA]);
  });

  test('a Delegate who declined is replaced', () => {
    const declined = eventWith(
      line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA }),
      line(DORA, { partstat: 'DECLINED', 'delegated-from': BERT }),
    );
    const again = withDelegation(declined, { delegator: BERT, delegate: CARLA, updates: false }, rules);
    expect(lineOf(again, BERT)?.[1]['delegated-to']).toBe(CARLA);
    const same = withDelegation(declined, { delegator: BERT, delegate: DORA, updates: false }, rules);
    expect(lineOf(same, DORA)?.[1].partstat).toBe('NEEDS-ACTION');
  });
});

describe('refused', () => {
  const chain = eventWith(
    line(BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }),
    line(CARLA, { partstat: 'DELEGATED', 'delegated-from': BERT, 'delegated-to': DORA }),
    line(DORA, { partstat: 'NEEDS-ACTION', 'delegated-from': CARLA }),
  );

  test.each([
    ['to oneself', invited, BERT, 'MAILTO:BERT@example.com', /cannot delegate to itself/],
    ['back to the Delegator', chain, DORA, CARLA, /carla@example.com delegated this participation/],
    ['back to the first of a chain', chain, DORA, BERT, /bert@example.com delegated this participation/],
    ['twice to the same one', chain, BERT, CARLA, /has delegated to mailto:carla@example.com already/],
    ['to the Organizer', invited, BERT, ANNA, /Organizer/],
    ['by one who is not listed', invited, DORA, CARLA, /does not list mailto:dora@example.com/],
  ])('%s', (_case, event, delegator, delegate, message) => {
    expect(() => withDelegation(event, { delegator, delegate, updates: false }, rules)).toThrow(message);
    expect(() => withDelegation(event, { delegator, delegate, updates: false }, rules)).toThrow(RangeError);
  });

  test('what the text leaves open, by policy', () => {
    const to = (delegator: string, delegate: string, event: JCalComponent, policies: Partial<Policies>) =>
      withDelegation(event, { delegator, delegate, updates: false }, under(policies));
    expect(() => to(BERT, CARLA, invited, { delegateToInvited: 'refuse' })).toThrow(/invited already/);
    expect(() => to(DORA, ANNA, chain, { redelegation: 'refuse', delegateToOrganizer: 'allow' })).toThrow(
      /cannot delegate in turn/,
    );
    expect(
      lineOf(to(BERT, ANNA, invited, { delegateToOrganizer: 'allow' }), ANNA)?.[1]['delegated-from'],
    ).toBe(BERT);
  });
});

describe('an update that reaches a Delegator', () => {
  const stored = withDelegation(invited, { delegator: BERT, delegate: DORA, updates: true }, rules);

  test('composed before the Organizer heard of it keeps the delegation', () => {
    const updated = delegationAfterUpdate(stored, invited, [BERT], rules);
    expect(shown(updated)).toEqual(shown(stored));
  });

  test('keeps the Delegate linked where the update lists it on its own', () => {
    const lists = eventWith(line(BERT, ASKED), line(DORA, { partstat: 'ACCEPTED' }));
    const updated = delegationAfterUpdate(stored, lists, [BERT], rules);
    expect(shown(updated)[1]).toEqual([DORA, { partstat: 'ACCEPTED', 'delegated-from': BERT }]);
  });

  test('that knows of it is taken as it is', () => {
    const accepted = withLine(stored, line(DORA, { partstat: 'ACCEPTED', 'delegated-from': BERT }));
    expect(delegationAfterUpdate(stored, accepted, [BERT], rules)).toBe(accepted);
  });

  test('that tells that the Delegate declined opens the own answer again', () => {
    const declined = eventWith(
      line(DORA, { partstat: 'DECLINED', 'delegated-from': BERT }),
      line(BERT, ASKED),
    );
    expect(delegationAfterUpdate(stored, declined, [BERT], rules)).toBe(declined);
  });

  test('is no matter of delegation for the others', () => {
    expect(delegationAfterUpdate(stored, invited, [CARLA], rules)).toBeUndefined();
    expect(delegationAfterUpdate(stored, eventWith(line(CARLA, ASKED)), [BERT], rules)).toBeUndefined();
  });
});

test('a Delegate stands until it has declined, listed or not', () => {
  const delegator = line(BERT, { 'delegated-to': [CARLA, DORA] });
  const event = eventWith(delegator, line(CARLA, { partstat: 'DECLINED' }));
  expect(standingDelegates(event, delegator)).toEqual([DORA]);
});

test('an ATTENDEE is put at its place, or after the last', () => {
  const [replaced, added] = [line(BERT, { partstat: 'ACCEPTED' }), line(DORA, {})];
  expect(withLine(invited, replaced)[1][2]).toBe(replaced);
  expect(withLine(invited, added)[1][4]).toBe(added);
  expect(withLine(['vevent', [['uid', {}, 'text', '1']], []], added)[1]).toEqual([
    ['uid', {}, 'text', '1'],
    added,
  ]);
});

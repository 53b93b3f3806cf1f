import { describe, expect, test } from 'vitest';
import { type JCalComponent, type JCalParameters, type JCalProperty, property } from '../icalendar/jcal.js';
import { attendeesOf, dtstampOf, sequenceOf } from '../icalendar/read.js';
import { organizerOfRequest, withNewOrganizer } from './organizer-change.js';
import { participationRules } from './participation-rules.js';
import { type Policies, STANDARD_POLICIES } from './policies.js';
import { standardRules } from './standard-rules.js';

const ANNA = 'mailto:anna@example.com';
const BERT = 'mailto:bert@example.com';
const CARLA = 'mailto:carla@example.com';
const DORA = 'mailto:dora@example.com';
const NOW = '2030-02-01T08:00:00Z';

const under = (policies: Partial<Policies> = {}) => ({
  ...standardRules,
  ...participationRules({ ...STANDARD_POLICIES, ...policies }),
});

function line(address: string, parameters: JCalParameters): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

function eventOf(organizer: string, sequence: number, ...lines: readonly JCalProperty[]): JCalComponent {
  const head: JCalProperty[] = [
    ['uid', {}, 'text', '1'],
    ['dtstamp', {}, 'date-time', '2030-01-07T09:00:00Z'],
    ['sequence', {}, 'integer', sequence],
    ['organizer', { cn: 'Anna', 'sent-by': 'mailto:sven@example.com' }, 'cal-address', organizer],
  ];
  return ['vevent', [...head, ...lines], []];
}

function shown(event: JCalComponent): [string, JCalParameters][] {
  return attendeesOf(event).map(({ address, parameters }) => [address, parameters]);
}

/** As in RFC 5546 section 4.2.11: the former Organizer attends, too. */
const copy = eventOf(
  ANNA,
  4,
  line(ANNA, { partstat: 'ACCEPTED', role: 'CHAIR' }),
  line(BERT, { partstat: 'TENTATIVE', cn: 'Bert' }),
  line(CARLA, { partstat: 'ACCEPTED' }),
);

describe('the event of the new Organizer', () => {
  const change = { organizer: BERT, keepsFormer: false, current: 4, now: NOW };

  test('has another ORGANIZER, a greater SEQUENCE and no former Organizer; all others are asked', () => {
    const event = withNewOrganizer(copy, change, under());
    expect(property(event, 'organizer')).toEqual(['organizer', { cn: 'Bert' }, 'cal-address', BERT]);
    expect(sequenceOf(event)).toBe(5);
    expect(dtstampOf(event)).toBe(NOW);
    expect(shown(event)).toEqual([
      [BERT, { partstat: 'ACCEPTED', cn: 'Bert' }],
      [CARLA, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }],
    ]);
  });

  test('may keep the former Organizer as an Attendee', () => {
    const event = withNewOrganizer(copy, { ...change, keepsFormer: true }, under());
    expect(shown(event)[0]).toEqual([ANNA, { partstat: 'NEEDS-ACTION', role: 'CHAIR', rsvp: 'TRUE' }]);
  });

  test('keeps the answers by policy', () => {
    const event = withNewOrganizer(copy, change, under({ answersAfterOrganizerChange: 'keep' }));
    expect(shown(event).map(([, { partstat }]) => partstat)).toEqual(['TENTATIVE', 'ACCEPTED']);
  });

  test('leaves delegations as they are', () => {
    const delegated = line(CARLA, { partstat: 'DELEGATED', rsvp: 'FALSE', 'delegated-to': DORA });
    const event = withNewOrganizer(eventOf(ANNA, 0, line(BERT, {}), delegated), change, under());
    expect(shown(event)[1]?.[1]).toEqual(delegated[1]);
  });

  test('is refused to the one who organizes already', () => {
    expect(() =>
      withNewOrganizer(copy, { ...change, organizer: 'MAILTO:anna@example.com' }, under()),
    ).toThrow(RangeError);
  });
});

describe('a REQUEST with regard to the Organizer', () => {
  const received = { sequence: 4, dtstamp: '2030-01-07T09:00:00Z' };
  const stored = { event: copy, received };

  test('of the same one is as always', () => {
    expect(organizerOfRequest(stored, eventOf('MAILTO:ANNA@example.com', 5), [BERT], under())).toBe('same');
  });

  test.each(['accept', 'ask', 'refuse'] as const)('of another one with a greater SEQUENCE: %s', (policy) => {
    const rules = under({ organizerChange: policy });
    expect(organizerOfRequest(stored, eventOf(BERT, 5), [CARLA], rules)).toBe(policy);
  });

  test.each([4, 3])('of another one with SEQUENCE %i is refused', (sequence) => {
    expect(organizerOfRequest(stored, eventOf(BERT, sequence), [CARLA], under())).toBe('refuse');
  });

  test('for an event that the recipient organizes is not for its calendar', () => {
    const own = { event: copy, received: undefined };
    expect(organizerOfRequest(own, eventOf(ANNA, 9), [ANNA], under())).toBe('own');
  });

  test('takes over an event that the recipient organized', () => {
    const own = { event: copy, received: undefined };
    expect(organizerOfRequest(own, eventOf(BERT, 5), [ANNA], under())).toBe('accept');
    expect(organizerOfRequest(own, eventOf(BERT, 4), [ANNA], under())).toBe('refuse');
  });
});

import { describe, expect, test } from 'vitest';
import { type JCalComponent, type JCalParameters, type JCalProperty, properties } from '../icalendar/jcal.js';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { admitted, refuseUninvited } from './admit.js';
import { entryOf } from './entry.js';
import type { Policies } from './policies.js';
import { rulesFor } from './standard-rules.js';

const BERT = 'mailto:bert@example.com';
const OTTO = 'mailto:otto@example.com';
const event = sampleEvent({ lines: ['ATTENDEE;CUTYPE=GROUP:mailto:team@example.com'] });

function meet(parameters: JCalParameters, policies: Partial<Policies> = {}, admission = {}) {
  const line: JCalProperty = ['attendee', parameters, 'cal-address', OTTO];
  const reply: JCalComponent = ['vevent', [line], []];
  const revision = { sequence: 0, dtstamp: '2030-01-07T10:00:00Z' };
  const answer = { reply, line, address: OTTO, instance: '', revision };
  return admitted(event, answer, { outdated: false, adds: false, ...admission }, rulesFor(policies));
}

/** The ATTENDEE by which Otto is listed now. */
function listed(met: ReturnType<typeof meet>): JCalProperty | undefined {
  return 'listed' in met ? properties(met.listed.event, 'attendee').at(-1) : undefined;
}

describe('one who is not listed', () => {
  test('by a group comes in at once', () => {
    const met = meet({ partstat: 'ACCEPTED', member: 'mailto:team@example.com', cutype: 'INDIVIDUAL' });
    expect(listed(met)?.[1]).toEqual({
      partstat: 'ACCEPTED',
      member: 'mailto:team@example.com',
      cutype: 'INDIVIDUAL',
    });
    expect(met).toMatchObject({ listed: { told: [] } });
  });

  test('as a Delegate waits for the Delegator', () => {
    const met = meet({ partstat: 'ACCEPTED', 'delegated-from': BERT });
    expect(met).toMatchObject({ refused: { outcome: 'held', rule: 'unknownDelegate' } });
    expect(met).not.toHaveProperty('refused.question');
  });

  test('as a Delegate comes in by policy, asked like the Delegator, not yet answered', () => {
    const met = meet({ partstat: 'ACCEPTED', 'delegated-from': BERT }, { unknownDelegate: 'accept' });
    expect(listed(met)?.[1]).toEqual({ partstat: 'NEEDS-ACTION', rsvp: 'TRUE', 'delegated-from': BERT });
  });

  test('as a Delegate of somebody who is not invited is uninvited', () => {
    const met = meet({ partstat: 'ACCEPTED', 'delegated-from': 'mailto:erik@example.com' });
    expect(met).toMatchObject({ refused: { question: { kind: 'party-crasher', from: OTTO } } });
  });

  test.each([
    ['add', { listed: { told: [OTTO] } }],
    ['ask', { refused: { outcome: 'held', rule: 'uninvitedReply', question: { from: OTTO } } }],
    ['ignore', { refused: { outcome: 'ignored', rule: 'uninvitedReply' } }],
  ] as const)('uninvited, by policy: %s', (uninvitedReply, expected) => {
    expect(meet({ partstat: 'ACCEPTED' }, { uninvitedReply })).toMatchObject(expected);
  });

  test('uninvited comes in when the user has decided so', () => {
    expect(meet({ partstat: 'ACCEPTED' }, {}, { adds: true })).toMatchObject({ listed: { told: [OTTO] } });
  });

  test('uninvited to an old revision does not', () => {
    const met = meet({ partstat: 'ACCEPTED' }, { uninvitedReply: 'add' }, { outdated: true });
    expect(met).toMatchObject({ refused: { outcome: 'ignored' } });
  });
});

test('one who is listed is met as the event has it', () => {
  const line: JCalProperty = ['attendee', { partstat: 'ACCEPTED' }, 'cal-address', BERT];
  const revision = { sequence: 0, dtstamp: '2030-01-07T10:00:00Z' };
  const answer = { reply: event, line, address: BERT, instance: '', revision };
  const met = admitted(event, answer, { outdated: true, adds: false }, rulesFor());
  expect(met).toEqual({ listed: { event, told: [] } });
});

test('a CANCEL to one who is not added raises SEQUENCE for all', () => {
  const entry = entryOf(sampleCalendar({ sequence: 2 }));
  const change = refuseUninvited({ ...entry, issued: 2 }, OTTO, '2030-01-08T09:00:00Z', rulesFor());
  expect(change.outgoing.map(({ method, recipients }) => [method, recipients])).toEqual([
    ['CANCEL', [OTTO]],
    ['REQUEST', [BERT]],
  ]);
  expect(change.entry?.issued).toBe(3);
});

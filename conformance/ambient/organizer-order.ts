import { type JCalComponent, parameter, property, textValue } from '../../simulator/icalendar/jcal.js';
import { dtstampOf, eventsOf, organizerOf, sequenceOf } from '../../simulator/icalendar/read.js';
import type { ObservedMessage } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const SEQUENCE_NEVER_FALLS = '2446/2.1.4/sequence-never-falls';
export const DTSTAMP_NEVER_FALLS = '2446/2.1.5/dtstamp-never-falls';

/** One event in one of the Organizer's messages to one recipient. */
interface Sending {
  readonly observed: ObservedMessage;
  readonly sequence: number;
  readonly dtstamp: string;
}

type Mark = 'sequence' | 'dtstamp';

/**
 * Compares each message of the Organizer with those sent before about the same event to the same recipient
 * (RFC 2446 sections 2.1.4 and 2.1.5). What goes to different recipients has no common order.
 *
 * @param messages in the order of sending, as far as it can be seen
 */
export function checkOrganizerOrder(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  return [...channelsOf(messages, cast).values()].flatMap((sendings) =>
    sendings.flatMap((later, index) =>
      sendings
        .slice(0, index)
        .flatMap((earlier) => [
          ...judged(SEQUENCE_NEVER_FALLS, 'sequence', earlier, later),
          ...judged(DTSTAMP_NEVER_FALLS, 'dtstamp', earlier, later),
        ]),
    ),
  );
}

function channelsOf(messages: readonly ReadMessage[], cast: Cast): Map<string, Sending[]> {
  const channels = new Map<string, Sending[]>();
  for (const { observed, calendar, method } of messages) {
    if (method !== 'REQUEST' && method !== 'CANCEL') continue;
    for (const event of eventsOf(calendar)) {
      if (!isOrganizers(event, observed, cast)) continue;
      const instance = String(property(event, 'recurrence-id')?.[3] ?? '');
      const to = personOf(observed.recipient, cast);
      const key = JSON.stringify([observed.channel, to, textValue(event, 'uid'), instance]);
      const sending = { observed, sequence: sequenceOf(event), dtstamp: dtstampOf(event) };
      channels.set(key, [...(channels.get(key) ?? []), sending]);
    }
  }
  return channels;
}

/** Whether the Organizer sends it, or somebody in its name; a Delegator and one who forwards do not. */
function isOrganizers(event: JCalComponent, { originator }: ObservedMessage, cast: Cast): boolean {
  const organizer = property(event, 'organizer');
  const names = organizer === undefined ? [] : [organizerOf(event), parameter(organizer, 'sent-by')];
  return names.some((name) => name !== undefined && personOf(name, cast) === personOf(originator, cast));
}

/** No finding where it cannot be known which of the two was sent first. */
function judged(requirement: string, mark: Mark, earlier: Sending, later: Sending): Finding[] {
  if (COMPARE[mark](later, earlier) >= 0) return [holds(requirement)];
  const order = orderOfSending(mark, earlier, later);
  if (order === 0) return [];
  if (order < 0) return [holds(requirement)];
  return [
    broken(requirement, later.observed, {
      reason: 'the Organizer had sent a newer revision to the same recipient before',
      expected: `${mark.toUpperCase()} of at least ${earlier[mark]}`,
      actual: `${mark.toUpperCase()} ${later[mark]}`,
    }),
  ];
}

/**
 * Positive when they were sent as they are listed, negative when the other way round, zero when nobody knows. In an
 * Inbox and in the mail messages change places on their way, so there the one of SEQUENCE and DTSTAMP that is not
 * judged must agree with the order in which they were seen. Where the two contradict each other, one of them is wrong
 * in any case, and the order in which they were seen says which.
 */
function orderOfSending(judgedMark: Mark, earlier: Sending, later: Sending): number {
  if (later.observed.channel === 'network') return 1;
  return COMPARE[judgedMark === 'sequence' ? 'dtstamp' : 'sequence'](later, earlier);
}

const COMPARE: Record<Mark, (one: Sending, other: Sending) => number> = {
  /** What is no number has no order. */
  sequence: (one, other) => one.sequence - other.sequence || 0,
  dtstamp: (one, other) => compareTimes(one.dtstamp, other.dtstamp),
};

/** Negative, zero or positive. One that is missing has no order; whether it is in UTC is another rule's business. */
function compareTimes(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [left, right] = [one.replace('Z', ''), other.replace('Z', '')];
  return left < right ? -1 : left > right ? 1 : 0;
}

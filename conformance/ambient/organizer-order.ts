import { property, textValue } from '../../simulator/icalendar/jcal.js';
import { dtstampOf, eventsOf, organizerOf, sequenceOf } from '../../simulator/icalendar/read.js';
import type { ObservedMessage } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage, undecided } from './finding.js';
import { type Cast, personOf } from './people.js';

export const SEQUENCE_NEVER_FALLS = '2446/2.1.4/sequence-never-falls';
export const DTSTAMP_NEVER_FALLS = '2446/2.1.5/dtstamp-never-falls';

/** One event in one of the Organizer's messages to one recipient. */
interface Sending {
  readonly observed: ObservedMessage;
  readonly sequence: number;
  readonly dtstamp: string;
}

/**
 * Compares each message of the Organizer with those sent before about the same event to the same recipient
 * (RFC 2446 sections 2.1.4 and 2.1.5). What goes to different recipients has no common order.
 *
 * @param messages in the order of sending, as far as it can be seen
 */
export function checkOrganizerOrder(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  return [...channelsOf(messages, cast).values()].flatMap((sendings) =>
    sendings.flatMap((later, index) =>
      sendings.slice(0, index).flatMap((earlier) => compared(earlier, later)),
    ),
  );
}

function channelsOf(messages: readonly ReadMessage[], cast: Cast): Map<string, Sending[]> {
  const channels = new Map<string, Sending[]>();
  for (const { observed, calendar, method } of messages) {
    if (method !== 'REQUEST' && method !== 'CANCEL') continue;
    for (const event of eventsOf(calendar)) {
      const organizer = organizerOf(event);
      if (organizer === undefined || personOf(organizer, cast) !== personOf(observed.originator, cast))
        continue;
      const instance = String(property(event, 'recurrence-id')?.[3] ?? '');
      const to = personOf(observed.recipient, cast);
      const key = JSON.stringify([observed.channel, to, textValue(event, 'uid'), instance]);
      const sending = { observed, sequence: sequenceOf(event), dtstamp: dtstampOf(event) };
      channels.set(key, [...(channels.get(key) ?? []), sending]);
    }
  }
  return channels;
}

function compared(earlier: Sending, later: Sending): Finding[] {
  const bySequence = later.sequence - earlier.sequence;
  const byDtstamp = compareTimes(later.dtstamp, earlier.dtstamp);
  const certain = later.observed.channel === 'network' || bySequence * byDtstamp < 0;
  const judge = (requirement: string, name: 'sequence' | 'dtstamp', fell: boolean): Finding => {
    if (!fell) return holds(requirement);
    if (!certain) return undecided(requirement, later.observed, ORDER_UNSEEN);
    return broken(requirement, later.observed, {
      reason: 'the Organizer had sent a newer revision to the same recipient before',
      expected: `${name.toUpperCase()} of at least ${earlier[name]}`,
      actual: `${name.toUpperCase()} ${later[name]}`,
    });
  };
  return [
    judge(SEQUENCE_NEVER_FALLS, 'sequence', bySequence < 0),
    judge(DTSTAMP_NEVER_FALLS, 'dtstamp', byDtstamp < 0),
  ];
}

/**
 * In an Inbox and in the mail the order of arrival is not the order of sending. There two messages show a fall only
 * where they contradict each other: one has the greater SEQUENCE, the other the later DTSTAMP.
 */
const ORDER_UNSEEN =
  'two messages may have changed places on their way; their order of sending cannot be seen';

/** Negative, zero or positive. One that is missing has no order; whether it is in UTC is another rule's business. */
function compareTimes(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  const [left, right] = [one.replace('Z', ''), other.replace('Z', '')];
  return left < right ? -1 : left > right ? 1 : 0;
}

import type { JCalComponent } from '../icalendar/jcal.js';
import { attendeeOf, organizerOf } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import { type Entry, eventOf } from './entry.js';
import { eventAt, SERIES, scopeText } from './instances.js';
import { newCopy } from './new-copy.js';
import { organizerOfRequest } from './organizer-change.js';
import { applied, asking, type Decision, decideEach, without } from './outcome.js';
import { type Incoming, incomingIn, lastReceived } from './received.js';
import { answerWith } from './reply.js';
import type { Rules } from './rules.js';
import { isStatusPoll } from './status-poll.js';
import { takeInstance } from './take-instance.js';
import { takeSeries } from './take-series.js';

/** Who receives a REQUEST, and when. */
export interface RequestReceiver {
  /** The receiver's calendar addresses. */
  readonly own: readonly string[];
  /** DTSTAMP of messages in return, UTC. */
  readonly now: string;
  /** Whether the user has decided that another Organizer is honoured. */
  readonly honours?: boolean;
}

/**
 * An Attendee's side receives a REQUEST (RFC 2446 sections 3.2.2, 3.2.2.1, 3.2.2.2 and 4.4, ordered by 2.1.5). Each
 * component is ordered by its own revision.
 *
 * @param stored the Attendee's entry of that event, if there is one
 * @throws IcalendarError when instances cannot be found in reasonable time
 */
export function receiveRequest(
  stored: Entry | undefined,
  message: JCalComponent,
  receiver: RequestReceiver,
  rules: Rules,
): Decision<Entry> {
  const parts = rules.requestTakes(incomingIn(message, rules));
  const [first] = parts;
  if (first === undefined) return without('rejected', 'takesUnknown', 'a REQUEST without VEVENT');
  if (!parts.every(({ event }) => rules.takesContent(event))) {
    return without('rejected', 'takesContent', 'a REQUEST that the table does not allow');
  }
  const refusal = stored && refusedOrganizer(stored, first, receiver, rules);
  if (refusal !== undefined) return refusal;
  if (stored === undefined || stored.received.isEmpty) {
    if (!rules.takesUnlisted() && !parts.some(({ event }) => isListed(event, receiver.own))) {
      return without('ignored', 'takesUnlisted', 'the user is not listed');
    }
    return rules.takesUnknown(first.revision, first.scope.instance)
      ? applied('takesUnknown', 'a new event', newCopy(message, parts, rules))
      : without('ignored', 'takesUnknown', 'an update of an unknown event');
  }
  const taking = { message, parts, own: receiver.own, before: stored, rules };
  const decision = decideEach(stored, parts, (entry, part) =>
    reachesSeries(part, rules) ? takeSeries(entry, part, taking) : takeInstance(entry, part, taking),
  );
  return answeredPoll(decision, stored, first, receiver, rules);
}

function reachesSeries({ scope: { instance } }: Incoming, rules: Rules): boolean {
  return instance === SERIES || rules.requestReaches(instance) === SERIES;
}

/** Why the Organizer of a REQUEST is not honoured: the user organizes the event, or has to decide, or need not. */
function refusedOrganizer(
  stored: Entry,
  { scope, event }: Incoming,
  { own, honours = false }: RequestReceiver,
  rules: Rules,
): Decision<Entry> | undefined {
  const known = { event: eventOf(stored), received: lastReceived(stored, scope, rules) };
  const verdict = organizerOfRequest(known, event, own, rules);
  const from = organizerOf(event) ?? '';
  switch (verdict) {
    case 'own':
      return without('ignored', 'takesRequestForOwnEvent', 'the user organizes this event');
    case 'refuse':
      return without('ignored', 'organizerChange', `${from} is not the Organizer`);
    case 'ask':
      if (honours) return undefined;
      return asking('organizerChange', `${from} takes over as Organizer; the user decides`, {
        kind: 'organizer-change',
        from,
      });
    default:
      return undefined;
  }
}

/** By policy the CUA answers a mere request for status with what the user answered (RFC 5546 section 3.2.2.7). */
function answeredPoll(
  decision: Decision<Entry>,
  stored: Entry,
  { scope, event }: Incoming,
  { own, now }: RequestReceiver,
  rules: Rules,
): Decision<Entry> {
  const before = eventAt(stored.calendar, scopeText(scope), rules);
  if (decision.outcome !== 'applied' || before === undefined) return decision;
  if (!rules.answersPoll(isStatusPoll(before, event, own))) return decision;
  const instance = scope.instance === SERIES ? undefined : scope.instance;
  const partstat = attendeeOf(before, own)?.partstat ?? 'NEEDS-ACTION';
  const { entry = decision.effect, outgoing } = answerWith(
    decision.effect,
    { own, partstat, instance, now },
    rules,
  );
  return { ...decision, effect: entry, outgoing };
}

import { withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf, organizerOf, sameAddress, statusOf } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import { cancelledCopy, covers } from './cancelled-copy.js';
import { type Entry, eventOf } from './entry.js';
import {
  eventAt,
  eventsByScope,
  instanceIn,
  isFindable,
  masterOf,
  type Scope,
  SERIES,
  scopeFrom,
  scopeOf,
  scopeText,
  withEvent,
} from './instances.js';
import { applied, type Decision, decideEach, without } from './outcome.js';
import { type Incoming, lastReceived } from './received.js';
import { type Revision, revisionOf, revisionText } from './revision.js';
import type { Rules } from './rules.js';

/** A CANCEL that is being taken in. */
interface Taking {
  /** The Attendee's calendar addresses. */
  readonly own: readonly string[];
  /** The entry before the message. */
  readonly before: Entry;
  readonly rules: Rules;
}

/**
 * An Attendee's side receives a CANCEL (RFC 2446 sections 3.2.5 and 5.2.1, ordered by 2.1.5): of the whole, of single
 * instances, of a range.
 *
 * @param stored the Attendee's entry of that event, if there is one
 * @param own the Attendee's calendar addresses
 * @throws IcalendarError when instances cannot be found in reasonable time
 */
export function receiveCancel(
  stored: Entry | undefined,
  message: JCalComponent,
  own: readonly string[],
  rules: Rules,
): Decision<Entry> {
  const parts = cancelledIn(message, rules);
  if (parts.length === 0) return without('rejected', 'cancelConcerns', 'a CANCEL without VEVENT');
  if (stored === undefined || stored.received.isEmpty) {
    return parts.some(({ revision }) => rules.holdsEarlyCancel(revision.sequence))
      ? without('held', 'holdsEarlyCancel', 'kept for the REQUEST that it overtook')
      : without('ignored', 'holdsEarlyCancel', 'cancels an unknown event');
  }
  if (!rules.takesCancel(parts.every(({ event }) => isOfOrganizer(event, stored)))) {
    return without('ignored', 'takesCancel', 'comes from another Organizer');
  }
  const taking = { own, before: stored, rules };
  return decideEach(stored, parts, (entry, part) => {
    const instance =
      part.scope.instance === SERIES
        ? SERIES
        : rules.cancelReaches(part.scope.instance, part.scope.range, entry.calendar);
    return instance === SERIES
      ? cancelSeries(entry, part, taking)
      : cancelInstance(entry, { ...part, scope: { ...part.scope, instance } }, taking);
  });
}

/** Whether a component names the Organizer of the entry, or none. */
function isOfOrganizer(event: JCalComponent, stored: Entry): boolean {
  const [known, named] = [organizerOf(eventOf(stored)), organizerOf(event)];
  return known === undefined || named === undefined || sameAddress(known, named);
}

/** The components of a CANCEL; one that names several instances (RFC 2446) is several. */
function cancelledIn(message: JCalComponent, rules: Rules): Incoming[] {
  return rules.cancelTakes(eventsOf(message)).flatMap((event) => {
    const revision = revisionOf(event);
    const named = rules.instancesNamed(event);
    if (named.length === 0) return [{ scope: { instance: SERIES, range: undefined }, event, revision }];
    return named.map((id) => {
      const single = withProperty(event, id);
      return { scope: scopeOf(single, message, rules), event: single, revision };
    });
  });
}

function cancelSeries(entry: Entry, incoming: Incoming, { own, before, rules }: Taking): Decision<Entry> {
  const { event, revision } = incoming;
  const series: Scope = { instance: SERIES, range: undefined };
  const last = lastReceived(before, series, rules);
  const refusal = older(revision, last, rules) ?? unconcerned(event, own, rules);
  if (refusal !== undefined) return refusal;
  const calendar = eventsByScope(entry.calendar, rules)
    .filter(([scope, each]) => {
      if (scope === SERIES) return true;
      return rules.cancelCoversOverride(rules.overtakenBySeries(revisionOf(each), revision));
    })
    .reduce(
      (changed, [scope, each]) => withEvent(changed, scope, rules.copyAfterCancel(each), rules),
      entry.calendar,
    );
  const seen = rules.revisionAfterCancel(revision, last ?? revision, SERIES);
  const received = entry.received.with(rules.revisionKey(SERIES), seen);
  const reason = isWhole(event) ? 'cancelled' : 'uninvited';
  return applied('copyAfterCancel', reason, { ...entry, calendar, received, renewed: revision });
}

function cancelInstance(entry: Entry, incoming: Incoming, { own, before, rules }: Taking): Decision<Entry> {
  const { scope, event, revision } = incoming;
  if (scope.range !== undefined && !rules.takesRange(scope.range)) {
    return without('ignored', 'takesRange', `RANGE=${scope.range} is not understood`);
  }
  const last = lastReceived(before, scope, rules);
  const refusal =
    repeated(revision, before, rules) ??
    older(revision, last, rules) ??
    voided(revision, before, rules) ??
    unconcerned(event, own, rules);
  if (refusal !== undefined) return refusal;
  if (!isFindable(event, entry.calendar, rules) || !isKnown(entry, scope, rules))
    return early(incoming, before, rules);
  const text = scopeText(scope);
  if (eventAt(entry.calendar, text, rules) === undefined && !rules.takesCancelOfPlainInstance()) {
    return without('ignored', 'takesCancelOfPlainInstance', `nothing was written for ${text}`);
  }
  const seen = rules.revisionAfterCancel(revision, last ?? revision, text);
  return applied('copyAfterCancel', `instance ${text} cancelled`, {
    ...entry,
    calendar: cancelledCopy(entry.calendar, scope, rules),
    received: entry.received.with(rules.revisionKey(text), seen),
    cancelled: [...entry.cancelled.filter((each) => scopeText(each) !== text), { ...scope, revision: seen }],
  });
}

function repeated(revision: Revision, { received }: Entry, rules: Rules): Decision<Entry> | undefined {
  return rules.isTakenAlready(revision, received)
    ? without('ignored', 'isTakenAlready', `${revisionText(revision)} was taken in before`)
    : undefined;
}

function older(revision: Revision, last: Revision | undefined, rules: Rules): Decision<Entry> | undefined {
  if (last === undefined) return undefined;
  const order = rules.orderCancel(revision, last);
  return order === 'newer'
    ? undefined
    : without('ignored', 'orderCancel', `${order} than ${revisionText(last)}`);
}

function voided(revision: Revision, { renewed }: Entry, rules: Rules): Decision<Entry> | undefined {
  if (renewed === undefined || !rules.overtakenBySeries(revision, renewed)) return undefined;
  return without('ignored', 'overtakenBySeries', `composed before ${revisionText(renewed)} of the series`);
}

function unconcerned(
  event: JCalComponent,
  own: readonly string[],
  rules: Rules,
): Decision<Entry> | undefined {
  if (isWhole(event) || rules.cancelConcerns(isListed(event, own))) return undefined;
  return without('ignored', 'cancelConcerns', 'uninvites somebody else');
}

function isWhole(event: JCalComponent): boolean {
  return statusOf(event) === 'CANCELLED';
}

/** Whether the entry has, or had, what is cancelled. */
function isKnown(entry: Entry, scope: Scope, rules: Rules): boolean {
  const { calendar, cancelled } = entry;
  if (cancelled.some((each) => covers(each, scope.instance))) return true;
  if (scope.range === undefined) return instanceIn(calendar, scope.instance, rules) !== undefined;
  if (masterOf(calendar) !== undefined) return true;
  return eventsByScope(calendar, rules).some(([text]) => covers(scope, scopeFrom(text).instance));
}

/** The REQUEST that brings the instance may still be under way (RFC 2446 section 5.2.1). */
function early({ scope, revision }: Incoming, before: Entry, rules: Rules): Decision<Entry> {
  const series = before.received.get(rules.revisionKey(SERIES));
  const mayCome = series === undefined || rules.compareSequence(revision.sequence, series.sequence) > 0;
  return mayCome && rules.holdsEarlyCancel(revision.sequence)
    ? without('held', 'holdsEarlyCancel', `kept for the REQUEST of instance ${scope.instance}`)
    : without('ignored', 'holdsEarlyCancel', `there is no instance ${scope.instance}`);
}

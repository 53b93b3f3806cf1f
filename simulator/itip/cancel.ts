import type { JCalComponent } from '../icalendar/jcal.js';
import { eachOnce } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import { type CancelPart, cancelMessages } from './cancel-message.js';
import { covers, withoutInstances } from './cancelled-copy.js';
import type { Change } from './change.js';
import { presentIn } from './change-instance.js';
import type { Entry } from './entry.js';
import {
  eventsByScope,
  masterOf,
  overridesOf,
  type Scope,
  SERIES,
  scopeFrom,
  withEvent,
} from './instances.js';
import { changeTo } from './request.js';
import type { Rules } from './rules.js';
import { addressesIn, partOf } from './views.js';
import { writtenScopes } from './written-scopes.js';

/**
 * The Organizer cancels an event, series and exceptions (RFC 2446 sections 3.2.5 and 4.4.4). Who is invited to single
 * instances only hears of these. Nothing is left of the entry.
 *
 * @param now DTSTAMP of the messages, UTC
 */
export function cancelWhole(entry: Entry, now: string, rules: Rules): Change {
  const master = masterOf(entry.calendar);
  const stamp = { sequence: rules.sequenceOfCancel(entry.issued, true), now, source: entry.calendar };
  const whole: CancelPart[] = master === undefined ? [] : [{ ...partOf(master), kind: 'event' }];
  const overrides = overridesOf(entry.calendar).map((event) => ({
    ...partOf(event),
    kind: 'instance' as const,
  }));
  const single = withoutThose(master, overrides);
  return {
    entry: undefined,
    outgoing: [...cancelMessages(whole, stamp, rules), ...cancelMessages(single, stamp, rules)],
  };
}

/**
 * The Organizer cancels single instances, or a range of them (RFC 5546 sections 3.2.5 and 4.4.3). Attendees hear of it
 * by CANCEL, or those of the series by a REQUEST of it with EXDATE (rule `instanceCancel`).
 *
 * @param named the instances, each with its range
 * @param now DTSTAMP of the messages, UTC
 * @throws RangeError when the entry has no such instance
 */
export function cancelInstances(entry: Entry, named: readonly Scope[], now: string, rules: Rules): Change {
  const { calendar } = entry;
  const scopes = named.flatMap((scope) => writtenScopes(calendar, scope, rules));
  const parts = scopes.map((scope): CancelPart => {
    const event = presentIn(calendar, scope, rules);
    const series = () => addressesIn(masterOf(calendar) ?? event);
    const invited = addressesReached(calendar, scope, event, rules);
    return { event, addresses: rules.instanceCancelConcerns(invited, series), kind: 'instance' };
  });
  const left = withoutInstances(calendar, scopes, rules);
  if (rules.instanceCancel() === 'exdate') {
    const excluded = excludedByRequest(entry, left, parts, now, rules);
    if (excluded !== undefined) return excluded;
  }
  const sequence = rules.sequenceOfInstanceCancel(entry.issued);
  const outgoing = cancelMessages(parts, { sequence, now, source: calendar }, rules);
  return { entry: left && { ...entry, calendar: left, issued: sequence }, outgoing };
}

/** Those of the series get it with EXDATE, the others a CANCEL. Undefined when no series is left. */
function excludedByRequest(
  entry: Entry,
  left: JCalComponent | undefined,
  parts: readonly CancelPart[],
  now: string,
  rules: Rules,
): Change | undefined {
  const before = masterOf(entry.calendar);
  const wanted = left && masterOf(left);
  if (left === undefined || before === undefined || wanted === undefined) return undefined;
  const others = withoutThose(before, parts);
  const sequence = rules.sequenceOfInstanceCancel(entry.issued);
  const issued = others.length === 0 ? entry.issued : sequence;
  const series = { ...entry, calendar: withEvent(left, SERIES, before, rules), issued };
  const change = changeTo(series, wanted, now, rules);
  const cancels = cancelMessages(others, { sequence, now, source: entry.calendar }, rules);
  return { entry: change.entry, outgoing: [...cancels, ...change.outgoing] };
}

/** Whom a cancelled instance or range concerns: everybody who is on one of them. */
function addressesReached(
  calendar: JCalComponent,
  scope: Scope,
  event: JCalComponent,
  rules: Rules,
): string[] {
  if (scope.range === undefined) return addressesIn(event);
  const reached = eventsByScope(calendar, rules)
    .filter(([text]) => covers(scope, scopeFrom(text).instance))
    .map(([, override]) => override);
  const series = masterOf(calendar) ?? event;
  return eachOnce([series, event, ...reached].flatMap(addressesIn));
}

/** The parts for those only who are not on the series; none where nobody is left. */
function withoutThose(series: JCalComponent | undefined, parts: readonly CancelPart[]): CancelPart[] {
  const single = parts.map((part) => ({
    ...part,
    addresses: part.addresses.filter((address) => series === undefined || !isListed(series, [address])),
  }));
  return single.filter(({ addresses }) => addresses.length > 0);
}

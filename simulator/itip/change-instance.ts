import { withParameter, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { eventsOf, sequenceOf } from '../icalendar/read.js';
import { cancelMessages } from './cancel-message.js';
import type { Change } from './change.js';
import type { Entry } from './entry.js';
import { eventAt, instanceIn, type Scope, scopeText } from './instances.js';
import type { Outgoing } from './message.js';
import { withInstance } from './moved-instance.js';
import { requestsFor } from './request-message.js';
import { removedFrom, revised } from './revise.js';
import type { Rules } from './rules.js';
import { addressesOf } from './views.js';

/**
 * The Organizer changes one instance, or one and all that follow (RFC 5546 sections 3.7.1, 4.4.2 and 4.4.5). Attendees
 * who are removed from it get a CANCEL of it, the others a REQUEST of it.
 *
 * @param edit makes the instance as the Organizer wants it; RECURRENCE-ID, SEQUENCE and DTSTAMP do not matter
 * @param now DTSTAMP of the messages, UTC
 * @throws RangeError when the entry has no such instance
 */
export function changeInstance(
  entry: Entry,
  scope: Scope,
  edit: (event: JCalComponent) => JCalComponent,
  now: string,
  rules: Rules,
): Change {
  const { calendar } = entry;
  const before = presentIn(calendar, scope, rules);
  const wanted = withIdOf(before, edit(before));
  const addresses = removedFrom(before, wanted).map((line) => String(line[3]));
  const stamp = { sequence: rules.sequenceOfCancel(entry.issued, false), now, source: calendar };
  const [own, issued] =
    addresses.length === 0 ? [sequenceOf(before), entry.issued] : [stamp.sequence, stamp.sequence];
  const parts = addresses.length === 0 ? [] : [{ event: before, addresses, kind: 'attendees' as const }];
  const event = revised({ before, wanted, own, issued, now, calendar }, rules);
  const next = withInstance(calendar, scope, event, rules);
  const sent = rules.componentsOfInstance(event, eventsOf(next), before);
  return {
    entry: { ...entry, calendar: next, issued: Math.max(issued, sequenceOf(event)) },
    outgoing: [...cancelMessages(parts, stamp, rules), ...instanceRequests(sent, before, next, rules)],
  };
}

function instanceRequests(
  sent: readonly JCalComponent[],
  before: JCalComponent,
  calendar: JCalComponent,
  rules: Rules,
): Outgoing[] {
  const parts = sent.map((event) => {
    const invited = addressesOf(event, (line) => rules.updateReaches(line));
    return { event, addresses: rules.instanceRequestConcerns(invited, eventsOf(calendar)) };
  });
  return requestsFor(parts, calendar, rules, { before });
}

/**
 * What an object has in a scope, with RECURRENCE-ID and, for a range, RANGE.
 *
 * @throws RangeError when that is nothing
 */
export function presentIn(calendar: JCalComponent, scope: Scope, rules: Rules): JCalComponent {
  const found = eventAt(calendar, scopeText(scope), rules) ?? instanceIn(calendar, scope.instance, rules);
  const id = found && property(found, 'recurrence-id');
  if (found === undefined || id === undefined) throw new RangeError(`there is no instance ${scope.instance}`);
  return withProperty(found, withParameter(id, 'range', scope.range));
}

function withIdOf(before: JCalComponent, wanted: JCalComponent): JCalComponent {
  const id = property(before, 'recurrence-id');
  return id === undefined ? wanted : withProperty(wanted, id);
}

import { type JCalComponent, property } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { remembered } from '../icalendar/remembered.js';
import { covers } from './cancelled-copy.js';
import type { Entry } from './entry.js';
import { type Scope, scopeOf, scopeText } from './instances.js';
import type { Revision } from './revision.js';
import type { Rules } from './rules.js';

/** What an Attendee's side has seen of an event so far, and how a message compares with it (RFC 2446 section 2.1.5). */

/** One component of a received message. */
export interface Incoming {
  readonly scope: Scope;
  readonly event: JCalComponent;
  readonly revision: Revision;
}

const known = remembered<{ by: Rules['instanceKey']; parts: readonly Incoming[] }>();

/** The VEVENTs of a message, the one of the series first. Read once, however many Recipients it has. */
export function incomingIn(message: JCalComponent, rules: Rules): readonly Incoming[] {
  const by = rules.instanceKey;
  const before = known.of(message);
  if (before?.by === by) return before.parts;
  const parts = inOrder(message, rules);
  known.keep(message, { by, parts });
  return parts;
}

function inOrder(message: JCalComponent, rules: Rules): Incoming[] {
  const parts = eventsOf(message).map((event) => ({
    scope: scopeOf(event, message, rules),
    event,
    revision: rules.revisionReceived(event),
  }));
  return parts.sort((one, other) => Number(isInstance(one)) - Number(isInstance(other)));
}

function isInstance({ event }: Incoming): boolean {
  return property(event, 'recurrence-id') !== undefined;
}

/** The revision received last that a component of this scope competes with, cancelled ranges around it included. */
export function lastReceived(entry: Entry, scope: Scope, rules: Rules): Revision | undefined {
  const own = entry.received.get(rules.revisionKey(scopeText(scope)));
  const around = entry.cancelled
    .filter((cancelled) => cancelled.range !== undefined && covers(cancelled, scope.instance))
    .map(({ revision }) => revision);
  return [own, ...around].reduce((newest, revision) => newer(newest, revision, rules), undefined);
}

/** What is remembered after a REQUEST: its revision, or a newer one of the same message and key. */
export function receivedAfter(entry: Entry, { scope, revision }: Incoming, rules: Rules): Entry['received'] {
  const key = rules.revisionKey(scopeText(scope));
  return entry.received.with(key, newer(entry.received.get(key), revision, rules) ?? revision);
}

function newer(one: Revision | undefined, other: Revision | undefined, rules: Rules): Revision | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return rules.orderRequest(other, one) === 'newer' ? other : one;
}

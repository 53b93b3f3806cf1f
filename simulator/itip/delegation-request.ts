import { makeProperty, withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { sequenceOf, statusOf } from '../icalendar/read.js';
import { attendeeLine } from './attendee-index.js';
import type { Change } from './change.js';
import { withDelegation } from './delegate.js';
import { addressOf, hasDelegated } from './delegation.js';
import type { Entry } from './entry.js';
import { eventsByScope, instanceIn, withEvent } from './instances.js';
import { messageOf, type Outgoing } from './message.js';
import { replyWith } from './reply.js';
import type { Rules } from './rules.js';

/** An Attendee who delegates. */
export interface Delegating {
  /** The Delegator's calendar addresses. */
  readonly own: readonly string[];
  /** Calendar address of the Delegate. */
  readonly to: string;
  /** Whether the Delegator goes on receiving updates. */
  readonly updates: boolean;
  /** Key of the instance; undefined for all that the Delegator was invited to and has not delegated yet. */
  readonly instance: string | undefined;
  /** DTSTAMP of the messages, UTC. */
  readonly now: string;
}

/**
 * An Attendee delegates (RFC 5546 sections 3.2.2.3 and 4.2.5): the copy shows the delegation, the Delegate gets the
 * REQUEST with it, SEQUENCE as it was, and the Organizer a REPLY.
 *
 * @throws RangeError when the user is no Attendee of it, when there is no such instance, or when the delegation is
 * refused; the message says why
 */
export function delegateWith(entry: Entry, delegating: Delegating, rules: Rules): Change {
  if (entry.received.isEmpty) throw new RangeError('an event that was not received cannot be delegated');
  const delegated = scopesDelegated(entry.calendar, delegating, rules).map(([scope, received]) => ({
    ...{ scope, received },
    event: delegatedBy(received, delegating, rules),
  }));
  if (delegated.length === 0) throw new RangeError('there is nothing that this Attendee could delegate');
  const calendar = delegated.reduce(
    (changed, { scope, received, event }) =>
      withEvent(changed, scope, rules.copyAfterDelegating(received, event), rules),
    entry.calendar,
  );
  const next = { ...entry, calendar };
  const events = delegated.map(({ event }) => event);
  const contents = delegated.map(({ received, event }) => rules.delegationContent(received, event));
  const request = delegationRequest(events, contents, calendar, delegating, rules);
  const reply = replyWith(next, events, delegating, rules);
  return { entry: next, outgoing: rules.delegationMessages(request, reply) };
}

function scopesDelegated(
  calendar: JCalComponent,
  { own, instance }: Delegating,
  rules: Rules,
): (readonly [scope: string, event: JCalComponent])[] {
  if (instance !== undefined) {
    const event = instanceIn(calendar, instance, rules);
    if (event === undefined) throw new RangeError(`there is no instance ${instance}`);
    return [[instance, event]];
  }
  const all = eventsByScope(calendar, rules).filter(
    ([, event]) => statusOf(event) !== 'CANCELLED' && attendeeLine(event, own) !== undefined,
  );
  const open = all.filter(([, event]) => {
    const line = attendeeLine(event, own);
    return line !== undefined && !hasDelegated(line);
  });
  return open.length > 0 ? open : all;
}

function delegatedBy(event: JCalComponent, { own, to, updates }: Delegating, rules: Rules): JCalComponent {
  const line = attendeeLine(event, own);
  if (line === undefined) throw new RangeError('the event does not list this Attendee');
  return withDelegation(event, { delegator: addressOf(line), delegate: to, updates }, rules);
}

/** The event that the Delegator received, with both ATTENDEEs as they are now. */
function delegationRequest(
  events: readonly JCalComponent[],
  contents: readonly JCalComponent[],
  source: JCalComponent,
  { own, to, now }: Delegating,
  rules: Rules,
): Outgoing {
  const [first] = events;
  const line = first && attendeeLine(first, own);
  const components = contents.map((shown) => {
    const content = rules.requestContent(shown);
    const sequence = makeProperty('sequence', rules.sequenceOfDelegation(sequenceOf(shown)));
    const dtstamp = makeProperty('dtstamp', rules.dtstampOfMessage(now));
    return withProperty(withProperty(content, sequence), dtstamp);
  });
  return {
    method: 'REQUEST',
    originator: line === undefined ? '' : addressOf(line),
    recipients: rules.delegationRecipients(to),
    calendar: messageOf('REQUEST', components, source, rules),
  };
}

import type { JCalComponent } from '../icalendar/jcal.js';
import { cancelledCopy } from './cancelled-copy.js';
import type { Entry } from './entry.js';
import { eventsByScope, keepEvents, masterOf, SERIES, scopeText, withEvent } from './instances.js';
import { withTimezonesFor } from './message.js';
import { applied, type Decision, without } from './outcome.js';
import { type Incoming, lastReceived, receivedAfter } from './received.js';
import { revisionOf, revisionText } from './revision.js';
import { copyAfter, isRescheduled, type Taking } from './taking.js';

/**
 * The series of an event as a REQUEST brings it. A rescheduling does away with the instance-specific information that
 * is older and not in the message (RFC 5546 section 4.4.7); an update leaves it, and what was cancelled stays so.
 */
export function takeSeries(entry: Entry, incoming: Incoming, taking: Taking): Decision<Entry> {
  const { rules, before } = taking;
  const last = lastReceived(before, incoming.scope, rules);
  const order = last === undefined ? 'newer' : rules.orderRequest(incoming.revision, last);
  if (last !== undefined && order !== 'newer') {
    return without('ignored', 'orderRequest', `${order} than ${revisionText(last)}`);
  }
  const stored = masterOf(entry.calendar);
  if (stored === undefined && !rules.takesSeriesAfterInstances()) {
    return without('ignored', 'takesSeriesAfterInstances', 'the copy has single instances only');
  }
  const rescheduled = isRescheduled(incoming, last, rules);
  const event = stored === undefined ? incoming.event : copyAfter(stored, incoming, last, taking);
  const kept = overridesAfter(entry.calendar, stored, incoming, rescheduled, taking);
  const based = withEvent(kept, SERIES, event, rules);
  const cancelled = rescheduled
    ? entry.cancelled.filter(({ revision }) => !rules.overtakenBySeries(revision, incoming.revision))
    : entry.cancelled;
  const calendar = cancelled.reduce(
    (changed, each) => cancelledCopy(changed, each, rules),
    withTimezonesFor(based, event, taking.message),
  );
  const received = receivedAfter(entry, incoming, rules);
  const next: Entry = { ...entry, calendar, cancelled, received };
  const reason = rescheduled ? 'a rescheduling' : 'an update';
  return applied('orderRequest', reason, rescheduled ? { ...next, renewed: incoming.revision } : next);
}

/** The object with the overrides that stay; those that the message brings are decided on by themselves. */
function overridesAfter(
  calendar: JCalComponent,
  stored: JCalComponent | undefined,
  incoming: Incoming,
  rescheduled: boolean,
  { parts, rules }: Taking,
): JCalComponent {
  const brought = new Set(parts.map(({ scope }) => scopeText(scope)));
  const isOther = (scope: string) => scope !== SERIES && !brought.has(scope);
  const kept = keepEvents(
    calendar,
    (scope, event) =>
      !isOther(scope) ||
      rules.keepsOverride(rules.overtakenBySeries(revisionOf(event), incoming.revision), rescheduled),
    rules,
  );
  if (rescheduled || stored === undefined) return kept;
  return eventsByScope(kept, rules)
    .filter(([scope]) => isOther(scope))
    .reduce((changed, [scope, event]) => {
      const followed = rules.overrideAfterSeries(event, stored, incoming.event);
      return followed === event ? changed : withEvent(changed, scope, followed, rules);
    }, kept);
}

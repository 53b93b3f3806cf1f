import { momentOf } from '../icalendar/date-line.js';
import { withProperties } from '../icalendar/edit.js';
import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import type { Entry } from './entry.js';
import { eventAt, instanceIn, masterOf, type Scope, SERIES, scopeText, withEvent } from './instances.js';
import { withTimezonesFor } from './message.js';
import { withInstance } from './moved-instance.js';
import { applied, type Decision, without } from './outcome.js';
import { type Incoming, lastReceived, receivedAfter } from './received.js';
import { revisionText } from './revision.js';
import type { Rules } from './rules.js';
import { copyAfter, type Taking } from './taking.js';

/**
 * One instance of an event, or a range of them, as a REQUEST brings it (RFC 5546 sections 3.7.1, 4.4.2 and 4.4.5),
 * with the series, after it, before it or without it.
 */
export function takeInstance(entry: Entry, incoming: Incoming, taking: Taking): Decision<Entry> {
  const { rules, before } = taking;
  const { scope, revision } = incoming;
  const refusal = refusalOf(incoming, taking) ?? unknown(entry, scope, rules);
  if (refusal !== undefined) return refusal;
  const last = lastReceived(before, scope, rules) ?? before.received.get(rules.revisionKey(SERIES));
  const stored = eventAt(entry.calendar, scopeText(scope), rules) ?? masterOf(entry.calendar);
  const event = stored === undefined ? incoming.event : copyAfter(stored, incoming, last, taking);
  const revived = withoutCancellation(entry, scope, rules);
  const calendar = withInstance(
    withTimezonesFor(revived.calendar, event, taking.message),
    scope,
    event,
    rules,
  );
  const reason = `instance ${scopeText(scope)} of ${revisionText(revision)}`;
  return applied('orderRequest', reason, {
    ...revived,
    calendar,
    received: receivedAfter(entry, incoming, rules),
  });
}

/** Why the component changes nothing: it is older than what was received, or than the series. */
function refusalOf(incoming: Incoming, taking: Taking): Decision<Entry> | undefined {
  const { rules, before, parts } = taking;
  const { scope, revision } = incoming;
  if (scope.range !== undefined && !rules.takesRange(scope.range)) {
    return without('ignored', 'takesRange', `RANGE=${scope.range} is not understood`);
  }
  const last = lastReceived(before, scope, rules);
  const order = last === undefined ? 'newer' : rules.orderRequest(revision, last);
  if (last !== undefined && order !== 'newer') {
    return without('ignored', 'orderRequest', `${order} than ${revisionText(last)}`);
  }
  const withSeries = parts.some((part) => part.scope.instance === SERIES);
  const { renewed } = before;
  if (!withSeries && renewed !== undefined && rules.overtakenBySeries(revision, renewed)) {
    return without('ignored', 'overtakenBySeries', `composed before ${revisionText(renewed)} of the series`);
  }
  return undefined;
}

function unknown(entry: Entry, scope: Scope, rules: Rules): Decision<Entry> | undefined {
  if (rules.takesUnknownInstance() || masterOf(entry.calendar) === undefined) return undefined;
  if (instanceIn(entry.calendar, scope.instance, rules) !== undefined) return undefined;
  return without('ignored', 'takesUnknownInstance', `the series has no instance ${scope.instance}`);
}

/** The entry in which an instance that was cancelled is one again. */
function withoutCancellation(entry: Entry, scope: Scope, rules: Rules): Entry {
  const text = scopeText(scope);
  const cancelled = entry.cancelled.filter((each) => scopeText(each) !== text);
  const master = masterOf(entry.calendar);
  if (cancelled.length === entry.cancelled.length || master === undefined) return { ...entry, cancelled };
  const calendar = withEvent(
    entry.calendar,
    SERIES,
    withoutExdate(master, scope.instance, entry.calendar),
    rules,
  );
  return { ...entry, cancelled, calendar };
}

function withoutExdate(master: JCalComponent, instance: string, calendar: JCalComponent): JCalComponent {
  const lines = master[1].flatMap((line): JCalProperty[] => {
    const [name, parameters, type, ...values] = line;
    if (name !== 'exdate') return [line];
    const others = values.filter(
      (value) => momentOf([name, parameters, type, String(value)], calendar) !== instance,
    );
    return others.length === 0 ? [] : [[name, parameters, type, ...others]];
  });
  return withProperties(master, lines);
}

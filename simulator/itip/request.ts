import { reinstates } from '../icalendar/compare.js';
import { makeProperty, withComponents, withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf, sequenceOf, uidOf } from '../icalendar/read.js';
import { recurrenceSetOf } from '../icalendar/recurrence-set.js';
import { isListed } from './attendee-index.js';
import { type CancelPart, cancelMessages } from './cancel-message.js';
import type { Change } from './change.js';
import { type Entry, entryOf } from './entry.js';
import { masterOf, overridesOf, scopeOf, scopeText, withEvents } from './instances.js';
import { calendarAround, type Outgoing, timezonesFor } from './message.js';
import { requestMessages } from './request-message.js';
import { removedFrom, revised, sentAgain } from './revise.js';
import type { Rules } from './rules.js';
import { addressesIn } from './views.js';

/**
 * The Organizer sends an event for the first time (RFC 2446 section 3.2.2).
 *
 * @param calendar the Organizer's object without METHOD: the VEVENTs of one UID with ORGANIZER and ATTENDEEs
 * @param now DTSTAMP of the messages, UTC
 * @throws RangeError when there is no VEVENT, more than one UID, or two for the same instance
 */
export function inviteWith(calendar: JCalComponent, now: string, rules: Rules): Change {
  checkOneSeries(calendar, rules);
  const events = eventsOf(calendar).map((event) => firstRevision(event, now, rules));
  const own = calendarAround(events, timezonesFor(events, calendar));
  const issued = Math.max(...events.map(sequenceOf));
  return { entry: { ...entryOf(own), issued }, outgoing: requestMessages(events, own, rules) };
}

function checkOneSeries(calendar: JCalComponent, rules: Rules): void {
  const events = eventsOf(calendar);
  if (events.length === 0) throw new RangeError('the iCalendar object has no VEVENT');
  if (events.length === 1) return;
  const uids = new Set(events.map((event) => uidOf(withComponents(calendar, [event]))));
  if (uids.size > 1) throw new RangeError('the VEVENTs of one object must have the same UID');
  const scopes = new Set(events.map((event) => scopeText(scopeOf(event, calendar, rules))));
  if (scopes.size < events.length) throw new RangeError('two VEVENTs describe the same instance');
}

function firstRevision(event: JCalComponent, now: string, rules: Rules): JCalComponent {
  const [given, sequence] = [sequenceOf(event), rules.sequenceOfNew(sequenceOf(event))];
  const numbered = given === sequence ? event : withProperty(event, makeProperty('sequence', sequence));
  return withProperty(numbered, makeProperty('dtstamp', rules.dtstampOfMessage(now)));
}

/**
 * The Organizer changes the series, or an event that does not recur: a rescheduling (3.2.2.1), an update (3.2.2.2),
 * Attendees removed (4.2.10), or several of these at once. Removed Attendees get a CANCEL, the others a REQUEST.
 *
 * @param wanted the VEVENT as the Organizer wants it; its SEQUENCE and DTSTAMP do not matter
 * @param now DTSTAMP of the messages, UTC
 * @throws RangeError when the entry has single instances only
 */
export function changeTo(entry: Entry, wanted: JCalComponent, now: string, rules: Rules): Change {
  const before = masterOf(entry.calendar);
  if (before === undefined) throw new RangeError('the entry has single instances only');
  const kept = keptOverrides(entry.calendar, before, wanted, rules);
  const removed = removedFrom(before, wanted).map((line) => String(line[3]));
  const parts = farewells(entry.calendar, before, wanted, removed, kept);
  const stamp = { sequence: rules.sequenceOfCancel(entry.issued, false), now, source: entry.calendar };
  const issued = parts.length > 0 ? stamp.sequence : entry.issued;
  const own = removed.length > 0 ? stamp.sequence : sequenceOf(before);
  const master = revised({ before, wanted, own, issued, now, calendar: entry.calendar }, rules);
  const sent = Math.max(issued, sequenceOf(master));
  const overrides = kept.map((override) => {
    const event = rules.overrideAfterSeries(override, before, wanted);
    return { event: sentAgain(event, sent, now, rules), isNews: event !== override };
  });
  const next = {
    ...entry,
    calendar: withEvents(entry.calendar, [master, ...overrides.map(({ event }) => event)]),
    issued: sent,
  };
  return {
    entry: next,
    outgoing: [
      ...cancelMessages(parts, stamp, rules),
      ...seriesRequests(next, { before, master, overrides }, rules),
    ],
  };
}

interface SeriesChange {
  readonly before: JCalComponent;
  readonly master: JCalComponent;
  readonly overrides: readonly { event: JCalComponent; isNews: boolean }[];
}

function seriesRequests(next: Entry, { before, master, overrides }: SeriesChange, rules: Rules): Outgoing[] {
  const news = new Map(overrides.map(({ event, isNews }) => [event, isNews]));
  const sent = rules.componentsOfSeries(master, [...news.keys()]);
  return requestMessages(sent, next.calendar, rules, {
    isNews: (component) => news.get(component) ?? true,
    before,
  });
}

/** The overrides that survive a change of the series; all do when time and recurrence stay as they are. */
function keptOverrides(
  calendar: JCalComponent,
  before: JCalComponent,
  wanted: JCalComponent,
  rules: Rules,
): JCalComponent[] {
  const overrides = overridesOf(calendar);
  if (overrides.length === 0 || !rules.isRescheduling(before, wanted, calendar)) return overrides;
  const onlyLess = !reinstates(before, wanted, calendar);
  const instances = recurrenceSetOf(wanted, calendar);
  return overrides.filter((override) => {
    const { instance } = scopeOf(override, calendar, rules);
    return rules.keepsOwnOverride(instances.has(instance), onlyLess);
  });
}

/** CANCELs for those removed from the series, and for those who were only on overrides that are lost. */
function farewells(
  calendar: JCalComponent,
  before: JCalComponent,
  wanted: JCalComponent,
  removed: readonly string[],
  kept: readonly JCalComponent[],
): CancelPart[] {
  const series: CancelPart[] =
    removed.length === 0 ? [] : [{ event: before, addresses: removed, kind: 'attendees' }];
  const staying = new Set(kept);
  const lost = overridesOf(calendar).filter((override) => !staying.has(override));
  const single = lost.map((event): CancelPart => {
    const addresses = addressesIn(event).filter(
      (address) => !isListed(wanted, [address]) && !isListed(before, [address]),
    );
    return { event, addresses, kind: 'instance' };
  });
  return [...series, ...single.filter(({ addresses }) => addresses.length > 0)];
}

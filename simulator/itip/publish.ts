import { makeProperty, withProperty } from '../icalendar/edit.js';
import { eventsOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import type { Change } from './change.js';
import { type Entry, eventOf } from './entry.js';
import { messageOf, withoutAlarms } from './message.js';
import type { Rules } from './rules.js';

/** To whom an event is published. */
export interface Publishing {
  /** Calendar addresses. */
  readonly to: readonly string[];
  /** DTSTAMP, UTC. */
  readonly now: string;
}

/** The Organizer publishes an event as it is in the own calendar (RFC 5546 section 3.2.1); that stays as it is. */
export function publishWith(entry: Entry, { to, now }: Publishing, rules: Rules): Change {
  const events = eventsOf(entry.calendar).map((event) => {
    const content = rules.publishContent(withoutAlarms(event));
    const sequence = rules.sequenceOfPublish(sequenceOf(event));
    const numbered = withProperty(content, makeProperty('sequence', sequence));
    return withProperty(numbered, makeProperty('dtstamp', rules.dtstampOfMessage(now)));
  });
  const calendar = messageOf('PUBLISH', events, entry.calendar, rules);
  const originator = organizerOf(eventOf(entry)) ?? '';
  const own = { ...entry, calendar: rules.calendarAfterPublish(entry.calendar) };
  return { entry: own, outgoing: [{ method: 'PUBLISH', originator, recipients: to, calendar }] };
}

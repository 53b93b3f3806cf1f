import {
  makeProperty,
  mapAttendees,
  withoutProperty,
  withProperties,
  withProperty,
} from '../simulator/icalendar/edit.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { attendeeOf, sameAddress } from '../simulator/icalendar/read.js';
import { attendeeLine, endProperty, recurrenceProperties, timeProperty } from './event-draft.js';
import type { CalendarUser, Changes, Intent, Recurrence } from './target.js';

/** How an Organizer's CUA edits one VEVENT: what the user wishes, without any of the consequences. */

type Cast = ReadonlyMap<string, CalendarUser>;
type Change = Extract<Intent, { kind: 'reschedule' | 'update' | 'uninvite' }>;

/** The VEVENT as the Organizer wants it. Undefined when it does not list the Attendee who shall be removed. */
export function editedEvent(event: JCalComponent, intent: Change, cast: Cast): JCalComponent | undefined {
  switch (intent.kind) {
    case 'reschedule': {
      const times = [timeProperty('dtstart', intent.start), endProperty(intent)];
      const moved = times.reduce(withProperty, withoutProperty(event, 'dtend', 'duration'));
      const recurring = intent.recurrence === undefined ? moved : recurringBy(moved, intent.recurrence);
      return withChanges(recurring, intent.changes ?? {}, cast);
    }
    case 'update':
      return withChanges(event, intent.changes, cast);
    case 'uninvite':
      return withoutAttendee(event, cast.get(intent.attendee)?.addresses ?? []);
  }
}

function recurringBy(event: JCalComponent, recurrence: Recurrence): JCalComponent {
  const bare = withoutProperty(event, 'rrule', 'rdate', 'exdate');
  return withProperties(bare, [...bare[1], ...recurrenceProperties(recurrence)]);
}

function withChanges(event: JCalComponent, { invited = [], ...texts }: Changes, cast: Cast): JCalComponent {
  const changed = Object.entries(texts).reduce(
    (changing, [name, value]) => withProperty(changing, makeProperty(name, String(value))),
    event,
  );
  return withProperties(changed, [...changed[1], ...invited.map((id) => attendeeLine(id, cast))]);
}

function withoutAttendee(event: JCalComponent, addresses: readonly string[]): JCalComponent | undefined {
  if (attendeeOf(event, addresses) === undefined) return undefined;
  return mapAttendees(event, (attendee) =>
    addresses.some((address) => sameAddress(address, String(attendee[3]))) ? undefined : attendee,
  );
}

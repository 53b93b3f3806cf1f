import { makeCalendar, makeProperty } from '../simulator/icalendar/edit.js';
import { components, type JCalComponent, type JCalProperty } from '../simulator/icalendar/jcal.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import type { CalendarUser, Intent, ZonedTime } from './target.js';

type Invite = Extract<Intent, { kind: 'invite' }>;

/** A date-time property from a zoned time: UTC as `...Z`, any other zone by TZID. */
export function timeProperty(name: string, { local, zone }: ZonedTime): JCalProperty {
  return zone === 'UTC' ? makeProperty(name, `${local}Z`) : makeProperty(name, local, { tzid: zone });
}

/**
 * The Organizer's calendar object for a new event, without METHOD: what a CUA makes of the user's wish.
 *
 * @param dtstamp UTC text
 */
export function draftEvent(
  invite: Invite,
  cast: ReadonlyMap<string, CalendarUser>,
  prodid: string,
  dtstamp: string,
): JCalComponent {
  const address = (id: string) => cast.get(id)?.addresses[0] ?? '';
  const optional = (['location', 'description'] as const).flatMap((name) =>
    invite[name] === undefined ? [] : [makeProperty(name, invite[name])],
  );
  const event: JCalComponent = [
    'vevent',
    [
      makeProperty('uid', invite.uid),
      makeProperty('dtstamp', dtstamp),
      makeProperty('sequence', invite.sequence ?? 0),
      timeProperty('dtstart', invite.start),
      timeProperty('dtend', invite.end),
      makeProperty('summary', invite.summary),
      ...optional,
      makeProperty('organizer', address(invite.actor)),
      ...invite.attendees.map((id) =>
        makeProperty('attendee', address(id), {
          partstat: 'NEEDS-ACTION',
          rsvp: 'TRUE',
          role: 'REQ-PARTICIPANT',
        }),
      ),
    ],
    [],
  ];
  return makeCalendar(prodid, [...timezonesIn(invite.timezone), event]);
}

function timezonesIn(text: string | undefined): JCalComponent[] {
  return text === undefined ? [] : components(parseCalendar(text), 'vtimezone');
}

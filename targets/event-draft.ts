import { makeCalendar, makeProperty, withComponents } from '../simulator/icalendar/edit.js';
import {
  components,
  type JCalComponent,
  type JCalProperty,
  properties,
  textValue,
} from '../simulator/icalendar/jcal.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import { eventsOf } from '../simulator/icalendar/read.js';
import { calendarIn } from './calendar-in.js';
import type { CalendarUser, Intent, Recurrence, ZonedTime } from './target.js';

type Invite = Extract<Intent, { kind: 'invite' }>;
type Cast = ReadonlyMap<string, CalendarUser>;

/** What a reminder a quarter of an hour before, and twice more, looks like (RFC 2446 section 3.1, table of VALARM). */
const REPEATED_ALARM: JCalComponent = [
  'valarm',
  [
    makeProperty('action', 'DISPLAY'),
    makeProperty('description', 'Reminder'),
    ['trigger', {}, 'duration', '-PT15M'],
    ['duration', {}, 'duration', 'PT5M'],
    makeProperty('repeat', 2),
  ],
  [],
];

/** DURATION where the CUA writes that, else DTEND. */
export function endProperty({
  end,
  duration,
}: {
  readonly end: ZonedTime;
  readonly duration?: string;
}): JCalProperty {
  return duration === undefined ? timeProperty('dtend', end) : ['duration', {}, 'duration', duration];
}

/** A date-time property from a zoned time: UTC as `...Z`, any other zone by TZID. */
export function timeProperty(name: string, { local, zone }: ZonedTime): JCalProperty {
  return zone === 'UTC' ? makeProperty(name, `${local}Z`) : makeProperty(name, local, { tzid: zone });
}

/** The properties that make an event recur. */
export function recurrenceProperties({ rule, also = [], except = [] }: Recurrence): JCalProperty[] {
  return [
    ...(rule === undefined ? [] : [ruleProperty(rule)]),
    ...also.map((time) => timeProperty('rdate', time)),
    ...except.map((time) => timeProperty('exdate', time)),
  ];
}

/** RRULE in jCal from its iCalendar value. Throws RangeError when it is none. */
function ruleProperty(rule: string): JCalProperty {
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR', ''];
  const [event] = eventsOf(parseCalendar(lines.join('\r\n')));
  const [found] = event === undefined ? [] : properties(event, 'rrule');
  if (found === undefined) throw new RangeError(`not a recurrence rule: ${rule}`);
  return found;
}

/** The ATTENDEE line of somebody who is asked for an answer. */
export function attendeeLine(id: string, cast: Cast, role = 'REQ-PARTICIPANT'): JCalProperty {
  const { addresses = [], cutype } = cast.get(id) ?? {};
  const kind = cutype === undefined ? {} : { cutype };
  const asked = { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', role };
  return makeProperty('attendee', addresses[0] ?? '', { ...kind, ...asked });
}

/**
 * The Organizer's calendar object for a new event, without METHOD: what a CUA makes of the user's wish.
 *
 * @param dtstamp UTC text
 */
export function draftEvent(invite: Invite, cast: Cast, prodid: string, dtstamp: string): JCalComponent {
  const optional = (['location', 'description', 'status'] as const).flatMap((name) =>
    invite[name] === undefined ? [] : [makeProperty(name, invite[name])],
  );
  const event: JCalComponent = [
    'vevent',
    [
      makeProperty('uid', invite.uid),
      makeProperty('dtstamp', dtstamp),
      makeProperty('sequence', invite.sequence ?? 0),
      timeProperty('dtstart', invite.start),
      endProperty(invite),
      ...recurrenceProperties(invite.recurrence ?? {}),
      makeProperty('summary', invite.summary),
      ...optional,
      makeProperty('organizer', cast.get(invite.onBehalfOf ?? invite.actor)?.addresses[0] ?? ''),
      ...invite.attendees.map((id) => attendeeLine(id, cast, invite.roles?.[id])),
    ],
    invite.alarm === true ? [REPEATED_ALARM] : [],
  ];
  return makeCalendar(prodid, [...timezonesIn(invite.timezone), event]);
}

function timezonesIn(text: string | undefined): JCalComponent[] {
  return text === undefined ? [] : components(calendarIn(text), 'vtimezone');
}

/** The object with the VTIMEZONEs of a text, as far as it lacks them. */
export function withTimezones(calendar: JCalComponent, text: string | undefined): JCalComponent {
  const known = components(calendar, 'vtimezone').map((zone) => textValue(zone, 'tzid'));
  const missing = timezonesIn(text).filter((zone) => !known.includes(textValue(zone, 'tzid')));
  return withComponents(calendar, [...missing, ...calendar[2]]);
}

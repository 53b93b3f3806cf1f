import { makeCalendar, makeProperty } from '../../simulator/icalendar/edit.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';

/** Who and what a marker is about. */
export interface MarkerOptions {
  readonly uid: string;
  readonly organizer: string;
  readonly attendee: string;
}

/**
 * A REQUEST for an event that nobody looks at. Handed in after another mail to the same user, it shows by its effect
 * that the server has come past that one.
 */
export function arrivalMarker({ uid, organizer, attendee }: MarkerOptions) {
  const asked = { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' };
  const event = [
    makeProperty('uid', uid),
    makeProperty('dtstamp', '2030-01-07T09:00:00Z'),
    makeProperty('sequence', 0),
    makeProperty('dtstart', '2030-06-03T10:00:00Z'),
    makeProperty('dtend', '2030-06-03T11:00:00Z'),
    makeProperty('summary', 'Marker'),
    makeProperty('organizer', organizer),
    makeProperty('attendee', attendee, asked),
  ];
  const calendar = makeCalendar(
    '-//itip-conformance//arrival marker//EN',
    [['vevent', event, []]],
    'REQUEST',
  );
  return { uid, originator: organizer, recipient: attendee, data: writeCalendar(calendar) };
}

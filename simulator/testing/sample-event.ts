import type { JCalComponent } from '../icalendar/jcal.js';
import { parseCalendar } from '../icalendar/parse.js';
import { onlyEvent } from '../itip/entry.js';

/** An event for unit tests. Anna organizes; addresses are `mailto:<id>@example.com`. */
export interface Sample {
  readonly method?: string;
  readonly uid?: string;
  readonly sequence?: number;
  /** iCalendar form, e.g. `20300107T090000Z`. */
  readonly dtstamp?: string;
  readonly dtstart?: string;
  readonly dtend?: string;
  /** PARTSTAT by user id. */
  readonly attendees?: Readonly<Record<string, string>>;
  /** Further content lines of the VEVENT. */
  readonly lines?: readonly string[];
  /** Content lines of the VCALENDAR before the VEVENT. */
  readonly before?: readonly string[];
}

/** The sample as iCalendar text: a "Design review" with Bert on 4 March 2030, 10:00 to 11:00 UTC. */
export function sampleText(sample: Sample = {}): string {
  const attendees = Object.entries(sample.attendees ?? { bert: 'NEEDS-ACTION' });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sample//EN',
    ...(sample.method === undefined ? [] : [`METHOD:${sample.method}`]),
    ...(sample.before ?? []),
    'BEGIN:VEVENT',
    `UID:${sample.uid ?? 'review@example.com'}`,
    `DTSTAMP:${sample.dtstamp ?? '20300107T090000Z'}`,
    `SEQUENCE:${sample.sequence ?? 0}`,
    `DTSTART${sample.dtstart ?? ':20300304T100000Z'}`,
    `DTEND${sample.dtend ?? ':20300304T110000Z'}`,
    'SUMMARY:Design review',
    'ORGANIZER:mailto:anna@example.com',
    ...attendees.map(([id, partstat]) => `ATTENDEE;PARTSTAT=${partstat};RSVP=TRUE:mailto:${id}@example.com`),
    ...(sample.lines ?? []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** The sample as VCALENDAR. */
export function sampleCalendar(sample: Sample = {}): JCalComponent {
  return parseCalendar(sampleText(sample));
}

/** The VEVENT of the sample. */
export function sampleEvent(sample: Sample = {}): JCalComponent {
  return onlyEvent(sampleCalendar(sample));
}

/** The zone of Berlin as content lines; summer time from the last Sunday of March, 1:00 UTC. */
export const BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19970330T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** The time zones of the suite, written by hand from the rules that are in force in the 2030s. */

const VIENNA = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Vienna',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** No list of zones has it, so it can only be read by this definition: three hours before UTC all the year. */
const OFFICE = [
  'BEGIN:VTIMEZONE',
  'TZID:Office',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0300',
  'TZNAME:OFFICE',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const DEFINITIONS: Readonly<Record<string, readonly string[]>> = { 'Europe/Vienna': VIENNA, Office: OFFICE };

/** Zones that a scenario may name. */
export const ZONES: readonly string[] = ['UTC', ...Object.keys(DEFINITIONS)];

/** A VCALENDAR that holds just the VTIMEZONE of a zone, as iCalendar text; undefined for UTC. */
export function timezoneText(zone: string): string | undefined {
  const definition = DEFINITIONS[zone];
  if (definition === undefined) return undefined;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//itip-conformance//time zones//EN'];
  return `${[...lines, ...definition, 'END:VCALENDAR'].join('\r\n')}\r\n`;
}

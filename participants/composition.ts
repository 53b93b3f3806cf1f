import { makeCalendar, makeProperty } from '../simulator/icalendar/edit.js';
import {
  components,
  type JCalComponent,
  type JCalParameters,
  type JCalProperty,
  parameter,
} from '../simulator/icalendar/jcal.js';
import { calendarIn } from '../targets/calendar-in.js';
import { recurrenceProperties, timeProperty } from '../targets/event-draft.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import type { Range, ZonedTime } from '../targets/target.js';
import { addressMeant } from './address-meant.js';
import type { Meeting } from './meeting.js';
import { anHourAfter, dayFrom, momentFrom } from './moments.js';
import type { Play } from './play.js';
import { timezoneText } from './time-zones.js';

/**
 * Messages of simulated counterparts that a scenario writes as a table: one row for each VEVENT, iCalendar names as
 * headers, an empty cell where the property is left out. UID, DTSTAMP and ORGANIZER are filled in unless they have a
 * column. DTEND is an hour after DTSTART, or a day after it where that is a day. SEQUENCE `present` is that of
 * the newest revision on the way.
 */

export type Row = Readonly<Record<string, string>>;

type Writer = (play: Play, cell: string) => JCalProperty[];

const WRITERS: Readonly<Record<string, Writer>> = {
  UID: (_play, cell) => [makeProperty('uid', cell)],
  DTSTAMP: (_play, cell) => [timeProperty('dtstamp', momentFrom(cell))],
  SEQUENCE: (_play, cell) => [makeProperty('sequence', Number(cell))],
  DTSTART: (_play, cell) => (cell.includes(' at ') ? hourFrom(momentFrom(cell)) : wholeDay(dayFrom(cell))),
  'RECURRENCE-ID': (_play, cell) => [timeProperty('recurrence-id', momentFrom(cell))],
  'RECURRENCE-ID;RANGE=THISANDFUTURE': (_play, cell) => rangeFrom(cell, 'THISANDFUTURE'),
  'RECURRENCE-ID;RANGE=THISANDPRIOR': (_play, cell) => rangeFrom(cell, 'THISANDPRIOR'),
  RRULE: (_play, cell) => recurrenceProperties({ rule: cell }),
  RDATE: (_play, cell) => recurrenceProperties({ also: [momentFrom(cell)] }),
  EXDATE: (_play, cell) => recurrenceProperties({ except: [momentFrom(cell)] }),
  SUMMARY: (_play, cell) => [makeProperty('summary', unquoted(cell))],
  LOCATION: (_play, cell) => [makeProperty('location', unquoted(cell))],
  DESCRIPTION: (_play, cell) => [makeProperty('description', unquoted(cell))],
  COLOR: (_play, cell) => [makeProperty('color', cell)],
  CONFERENCE: (_play, cell) => [['conference', {}, 'uri', cell]],
  'X-ROOM-COLOUR;X-TONE="dark:blue"': (_play, cell) => [
    ['x-room-colour', { 'x-tone': 'dark:blue' }, 'unknown', cell],
  ],
  STATUS: (_play, cell) => [makeProperty('status', cell)],
  'REQUEST-STATUS': (_play, cell) => [makeProperty('request-status', cell.split(';'))],
  ORGANIZER: (play, cell) => [person(play, 'organizer', cell)],
  ATTENDEE: (play, cell) => cell.split(', ').map((words) => person(play, 'attendee', words)),
};

/**
 * The scheduling message that a table describes.
 *
 * @param dtstamp UTC text
 * @throws HarnessFault for a header or a word that is not known
 */
export function composed(
  play: Play,
  method: string | undefined,
  meeting: Meeting,
  rows: readonly Row[],
  dtstamp: string,
): JCalComponent {
  const events = rows.map((row): JCalComponent => ['vevent', propertiesOf(play, meeting, row, dtstamp), []]);
  return makeCalendar(
    '-//itip-conformance//simulated counterpart//EN',
    [...zonesIn(events), ...events],
    method,
  );
}

/** The VTIMEZONE of each TZID that the components name. */
function zonesIn(events: readonly JCalComponent[]): JCalComponent[] {
  const named = new Set(
    events.flatMap(([, lines]) => lines.flatMap((line) => parameter(line, 'tzid') ?? [])),
  );
  return [...named].flatMap((zone) => {
    const text = timezoneText(zone);
    return text === undefined ? [] : components(calendarIn(text), 'vtimezone');
  });
}

function propertiesOf(play: Play, meeting: Meeting, row: Row, dtstamp: string): JCalProperty[] {
  const written = Object.entries(row).flatMap(([header, cell]) => {
    const writer = WRITERS[header];
    if (writer === undefined) throw new HarnessFault(`no column of a message is called ${header}`);
    return cell === '' ? [] : writer(play, cell);
  });
  const organizer = 'ORGANIZER' in row ? [] : [person(play, 'organizer', play.user(meeting.organizer).name)];
  const stamp = 'DTSTAMP' in row ? [] : [makeProperty('dtstamp', dtstamp)];
  const uid = 'UID' in row ? [] : [makeProperty('uid', meeting.uid)];
  return [...uid, ...stamp, ...organizer, ...written];
}

/** A RECURRENCE-ID that reaches beyond its instance. */
function rangeFrom(cell: string, range: Range): JCalProperty[] {
  const [name, parameters, type, value = ''] = timeProperty('recurrence-id', momentFrom(cell));
  return [[name, { ...parameters, range }, type, value]];
}

function hourFrom(start: ZonedTime): JCalProperty[] {
  return [timeProperty('dtstart', start), timeProperty('dtend', anHourAfter(start))];
}

function wholeDay({ local }: ZonedTime): JCalProperty[] {
  const [day = '', next = ''] = [0, 1].map((days) =>
    new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 10),
  );
  return [
    ['dtstart', {}, 'date', day],
    ['dtend', {}, 'date', next],
  ];
}

/** Words after a name: PARTSTAT, `asked`, and what relates to somebody else. */
const RELATIONS: Readonly<Record<string, string>> = {
  to: 'delegated-to',
  from: 'delegated-from',
  by: 'sent-by',
  of: 'member',
};

/**
 * `Bert DELEGATED to Dora`, `Bert DELEGATED to Dora to Otto`, `Dora ACCEPTED from Bert`, `Bert by Sven`, `Bert asked`,
 * `Bert unasked`, `Rita ROOM`, `Anna's alias ACCEPTED`.
 */
function person(play: Play, property: string, words: string): JCalProperty {
  const [name = '', ...rest] = words.replace("'s alias", ALIAS).split(' ');
  const parameters: Record<string, JCalParameters[string]> = {};
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const relation = RELATIONS[word];
    if (relation !== undefined) {
      parameters[relation] = [parameters[relation] ?? [], addressOf(play, rest.shift() ?? '')].flat();
    } else if (word === 'asked' || word === 'unasked') parameters.rsvp = word === 'asked' ? 'TRUE' : 'FALSE';
    else parameters[parameterFor(word)] = word;
  }
  return makeProperty(property, addressOf(play, name), parameters);
}

const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  partstat: ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'],
  role: ['CHAIR', 'REQ-PARTICIPANT', 'OPT-PARTICIPANT', 'NON-PARTICIPANT'],
  cutype: ['INDIVIDUAL', 'GROUP', 'RESOURCE', 'ROOM', 'UNKNOWN'],
};

function parameterFor(word: string): string {
  const found = Object.entries(PARAMETERS).find(([, values]) => values.includes(word));
  if (found === undefined) throw new HarnessFault(`no ATTENDEE has a parameter with the value ${word}`);
  return found[0];
}

/** Stands behind a name that means another address than the primary one. */
const ALIAS = "'s-alias";

function addressOf(play: Play, name: string): string {
  return addressMeant(play, name.replace(ALIAS, "'s alias"));
}

/** Texts stand in quotes, so that an empty one can be told from one that is left out. */
function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/, '$1');
}

import { type JCalComponent, type JCalProperty, parameter, property } from '../simulator/icalendar/jcal.js';
import { organizerOf } from '../simulator/icalendar/read.js';
import { expectCopy } from './copy-looks.js';
import type { Finding } from './look.js';
import { expectMessage } from './message-looks.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import type { Which } from './which.js';

/** Looks at the parameters of single ATTENDEEs and of the ORGANIZER, in messages and in calendars. */

/** A parameter and what it should be: a user id where it holds a calendar address, else its value in upper case. */
export interface WantedParameter {
  readonly name: string;
  /** Undefined: the parameter is not there, or has its default. */
  readonly value: string | undefined;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  PARTSTAT: 'NEEDS-ACTION',
  RSVP: 'FALSE',
  ROLE: 'REQ-PARTICIPANT',
  CUTYPE: 'INDIVIDUAL',
};

/** The message lists an Attendee with that parameter. */
export async function messageShows(
  play: Play,
  which: Which,
  attendee: string,
  wanted: WantedParameter,
): Promise<void> {
  await expectMessage(play, which, words(play, attendee, wanted), ({ event }) =>
    judged(play, event, attendee, wanted),
  );
}

/** The event in somebody's calendar lists an Attendee with that parameter. */
export async function calendarShows(
  play: Play,
  who: string,
  attendee: string,
  wanted: WantedParameter,
): Promise<void> {
  await expectCopy(play, who, play.currentMeeting(), words(play, attendee, wanted), (event) =>
    judged(play, event, attendee, wanted),
  );
}

/** The event in somebody's calendar does not list somebody. */
export async function calendarDoesNotList(play: Play, who: string, attendee: string): Promise<void> {
  const { name } = play.user(attendee);
  await expectCopy(play, who, play.currentMeeting(), `${name} not listed`, (event) => {
    const count = linesOf(play, event, attendee).length;
    return { holds: count === 0, actual: count === 0 ? 'it is so' : `${name} is listed` };
  });
}

/**
 * The message is from that Organizer, and if given was sent by somebody else for them.
 *
 * @param sentBy user id, or `nobody` when the Organizer sent it in person; undefined when it does not matter
 */
export async function hasOrganizer(
  play: Play,
  which: Which,
  organizer: string,
  sentBy?: string,
): Promise<void> {
  const expected = `ORGANIZER ${organizer}${sentBy === undefined ? '' : ` with SENT-BY ${sentBy}`}`;
  await expectMessage(play, which, expected, ({ event }) => {
    const line = property(event, 'organizer');
    const found = userOf(organizerOf(event) ?? '', play.stage.cast);
    const by = line && parameter(line, 'sent-by');
    const sender = by === undefined ? 'nobody' : userOf(by, play.stage.cast);
    return {
      holds: found === organizer && (sentBy === undefined || sender === sentBy),
      actual: line === undefined ? 'no ORGANIZER' : `ORGANIZER ${found} with SENT-BY ${sender}`,
    };
  });
}

/** An Attendee and the parameter that is looked for, in words. */
export function words(play: Play, attendee: string, { name, value }: WantedParameter): string {
  const what = value === undefined ? `without ${name}` : `with ${name} ${value}`;
  return `${play.user(attendee).name} ${what}`;
}

/** Whether a VEVENT lists an Attendee, once and with that parameter. */
export function judged(play: Play, event: JCalComponent, attendee: string, wanted: WantedParameter): Finding {
  const lines = linesOf(play, event, attendee);
  const [line] = lines;
  const { name } = play.user(attendee);
  if (line === undefined) return { holds: false, actual: `${name} is not listed` };
  if (lines.length > 1) return { holds: false, actual: `${name} is listed ${lines.length} times` };
  const values = valuesOf(play, line, wanted.name);
  const fallback = DEFAULTS[wanted.name];
  const found = values.length > 0 ? values : fallback === undefined ? [] : [fallback];
  const isDefault = found.length === 0 || (found.length === 1 && found[0] === fallback);
  return {
    holds: wanted.value === undefined ? isDefault : found.length === 1 && found[0] === wanted.value,
    actual: `${name} with ${wanted.name} ${found.join(', ') || '(none)'}`,
  };
}

/** The ATTENDEEs of a VEVENT that stand for somebody. */
export function linesOf(play: Play, event: JCalComponent, attendee: string): JCalProperty[] {
  return event[1].filter(
    (line) => line[0] === 'attendee' && userOf(String(line[3]), play.stage.cast) === attendee,
  );
}

/** The values of a parameter; calendar addresses become user ids. */
function valuesOf(play: Play, line: JCalProperty, name: string): string[] {
  const raw = line[1][name.toLowerCase()];
  const values = raw === undefined ? [] : [raw].flat();
  return values.map((value) =>
    /^[a-z]+:/i.test(value) ? userOf(value, play.stage.cast) : value.toUpperCase(),
  );
}

import {
  makeCalendar,
  makeProperty,
  withoutProperty,
  withParameter,
  withProperties,
} from '../simulator/icalendar/edit.js';
import {
  components,
  type JCalComponent,
  type JCalProperty,
  properties,
} from '../simulator/icalendar/jcal.js';
import { dtstampOf, organizerOf } from '../simulator/icalendar/read.js';
import { instanceOfSeries } from '../simulator/icalendar/series-instance.js';
import { writeCalendar } from '../simulator/icalendar/write.js';
import { timeProperty } from '../targets/event-draft.js';
import type { Method } from '../targets/methods.js';
import { Blocked, HarnessFault } from '../targets/outcome-errors.js';
import type { ZonedTime } from '../targets/target.js';
import type { Answer } from './attendee.js';
import { idOf } from './instances-shown.js';
import type { Meeting } from './meeting.js';
import { anHourAfter, utcOf } from './moments.js';
import type { Play } from './play.js';
import { readMessage, type SchedulingMessage, userOf } from './scheduling-message.js';

/**
 * A Calendar User of another system, played by the harness. It composes messages from the one that it received and
 * from the values stated in the scenario, never with the reference's own rules.
 */

const PRODID = '-//itip-conformance//simulated counterpart//EN';
const PARTSTATS: Record<Answer, string> = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' };

/**
 * Composes a REPLY to the REQUEST that arrived last (RFC 2446 section 3.2.3) and puts it on the way.
 *
 * @param instance what to answer: the instance of the series that is named by its start; the whole when missing
 */
export async function composeReply(
  play: Play,
  attendee: string,
  kind: Answer,
  instance?: ZonedTime,
): Promise<void> {
  const request = play.post.lastArrived('REQUEST', attendee);
  if (request === undefined) throw new Blocked(`no REQUEST has reached ${play.user(attendee).name}`);
  await play.beginAction([]);
  const own = properties(request.event, 'attendee').filter(
    (line) => userOf(String(line[3]), play.stage.cast) === attendee,
  );
  const [listed] = own;
  if (listed === undefined) throw new Blocked(`the REQUEST does not list ${play.user(attendee).name}`);
  const answered = withParameter(withParameter(listed, 'rsvp', undefined), 'partstat', PARTSTATS[kind]);
  const about = instance === undefined ? request.event : instanceOf(request, instance);
  const bare = withoutProperty(about, 'attendee', 'dtstamp');
  const event = withProperties(withComponentsDropped(bare), [
    ...bare[1],
    answered,
    makeProperty('dtstamp', await nextStamp(play)),
  ]);
  const calendar = makeCalendar(PRODID, [...components(request.calendar, 'vtimezone'), event], 'REPLY');
  send(play, 'REPLY', request.transit.recipient, answeredTo(play, attendee, request), calendar);
}

/** The Originator; but who has nothing but a mail goes by the ORGANIZER in it, not by whom the mail is from. */
function answeredTo(play: Play, attendee: string, { event, transit }: SchedulingMessage): string {
  return play.user(attendee).byMail === true ? (organizerOf(event) ?? '') : transit.originator;
}

/** The instance as the REQUEST has it, or made from its series. */
function instanceOf({ calendar, events }: SchedulingMessage, instance: ZonedTime): JCalComponent {
  const id = utcOf(instance);
  const written = events.find((event) => idOf(event, calendar) === id);
  const [series] = events;
  const found = written ?? (series && instanceOfSeries(series, id, calendar));
  if (found === undefined) throw new Blocked(`the REQUEST has no instance at ${id}`);
  return found;
}

/** What a simulated Organizer writes into its message. */
export interface Composition {
  readonly title: string;
  readonly sequence: number;
  /** User ids of the ATTENDEEs listed. */
  readonly attendees: readonly string[];
  readonly start: ZonedTime;
}

/** A simulated Organizer composes a REQUEST, or a CANCEL that uninvites (RFC 2446 sections 3.2.2 and 3.2.5). */
export async function composeAs(
  play: Play,
  method: 'REQUEST' | 'CANCEL',
  from: string,
  to: string,
  composition: Composition,
): Promise<void> {
  const { title, sequence, attendees, start } = composition;
  await play.beginAction([]);
  const meeting = meetingOf(play, from, composition);
  const partstat = method === 'REQUEST' ? { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' } : {};
  const lines: JCalProperty[] = [
    makeProperty('uid', meeting.uid),
    makeProperty('dtstamp', await nextStamp(play)),
    makeProperty('sequence', sequence),
    timeProperty('dtstart', start),
    timeProperty('dtend', anHourAfter(start)),
    makeProperty('summary', title),
    makeProperty('organizer', addressOf(play, from)),
    ...attendees.map((id) => makeProperty('attendee', addressOf(play, id), partstat)),
  ];
  const calendar = makeCalendar(PRODID, [['vevent', lines, []]], method);
  send(play, method, addressOf(play, from), addressOf(play, to), calendar);
}

/** The meeting of that title; a simulated Organizer may bring one that the scenario did not have. */
export function meetingOf(
  play: Play,
  organizer: string,
  { title, attendees, start }: Omit<Composition, 'sequence'>,
): Meeting {
  const known = play.meetings.get(title);
  if (known !== undefined) return known;
  const meeting = { title, uid: play.newUid(), organizer, attendees, start, end: anHourAfter(start) };
  play.meetings.set(title, meeting);
  return meeting;
}

/** Puts a message of a simulated counterpart on the way, once it is known to be as it should be. */
export function send(
  play: Play,
  method: Method,
  originator: string,
  recipient: string,
  calendar: JCalComponent,
): void {
  const data = writeCalendar(calendar);
  const complaints = play.lane.lint(data);
  if (complaints.length > 0) {
    throw new HarnessFault(`our own ${method} is not as it should be: ${complaints.join('; ')}`);
  }
  const id = `counterpart-${play.newMessageNumber()}`;
  const message = readMessage({ id, originator, recipient, data }, play.stage.cast);
  if (message === undefined) throw new HarnessFault(`our own ${method} cannot be read`);
  play.trace.add({
    kind: 'composed',
    from: originator,
    to: recipient,
    text: method,
    detail: data,
    messageId: id,
  });
  play.post.put(message);
}

/** A minute after the newest DTSTAMP that has been seen, so that stamps follow the order of composing. */
export async function nextStamp(play: Play): Promise<string> {
  const { earlier, latest } = await play.sent();
  const stamps = [...earlier, ...latest].map(({ event }) => Date.parse(dtstampOf(event)));
  return play.stampAfter(stamps.filter((stamp) => !Number.isNaN(stamp)));
}

export function addressOf(play: Play, id: string): string {
  return play.user(id).addresses[0] ?? '';
}

/** Alarms are their owner's business; the table of REPLY excludes them. */
function withComponentsDropped(event: JCalComponent): JCalComponent {
  return [event[0], event[1], []];
}

import { dtstampOf, sequenceOf, statusOf } from '../simulator/icalendar/read.js';
import type { Observation } from '../targets/target.js';
import { idOf } from './instances-shown.js';
import type { Play } from './play.js';
import { readMessage, type SchedulingMessage, type Sent } from './scheduling-message.js';
import { fits, type Which } from './which.js';

/** A message to look at, and those to compare it with. */
export interface Instead {
  readonly message: SchedulingMessage;
  readonly sent: Sent;
}

/**
 * Some servers take an Organizer's REQUEST over into the Recipient's copy and do not store it in the Inbox. Where the
 * copy has changed since the last action began, it stands for the REQUEST, whose changes it reflects (RFC 6638
 * section 4.1), and what it was before for the REQUEST before. Undefined where the copy is the same, or where messages
 * can be seen on their way.
 */
export async function copyInstead(play: Play, { method, to }: Which): Promise<Instead | undefined> {
  if (method !== 'REQUEST' || to === undefined || play.has('hold-messages')) return undefined;
  const shown = play.shownBefore(to);
  if (shown === undefined) return undefined;
  const now = copyIn(play, to, await play.stage.observe(to));
  const before = copyIn(play, to, shown);
  if (now === undefined || now.transit.data === before?.transit.data) return undefined;
  const id = changedIn(now, before);
  const { earlier, latest } = await play.sent();
  const known = before === undefined ? earlier : [...earlier, about(before, id)];
  return { message: about(now, id), sent: { earlier: known, latest } };
}

/**
 * Whether an event that stood in the calendar before the last action began is gone or cancelled now: then a CANCEL was
 * taken over, whether it can be seen elsewhere or not. False where messages can be seen on their way.
 */
export async function copyEnded(play: Play, to: string): Promise<boolean> {
  const isOver = (copy: SchedulingMessage | undefined): boolean =>
    copy === undefined || copy.events.every((event) => statusOf(event) === 'CANCELLED');
  if (play.has('hold-messages') || isOver(copyIn(play, to, play.shownBefore(to)))) return false;
  return isOver(copyIn(play, to, await play.stage.observe(to)));
}

/** RECURRENCE-ID of the first VEVENT that is not as it was: that of the series, which is empty, before any other. */
function changedIn(now: SchedulingMessage, before: SchedulingMessage | undefined): string {
  const textOf = (copy: SchedulingMessage | undefined, id: string) =>
    JSON.stringify(copy?.events.find((event) => idOf(event, copy.calendar) === id));
  const ids = now.events.map((event) => idOf(event, now.calendar)).sort();
  return ids.find((id) => textOf(now, id) !== textOf(before, id)) ?? '';
}

/** The copy as a message about the VEVENT with that RECURRENCE-ID, else about the series. */
function about(copy: SchedulingMessage, id: string): SchedulingMessage {
  const found = (wanted: string) => copy.events.find((event) => idOf(event, copy.calendar) === wanted);
  const event = found(id) ?? found('') ?? copy.event;
  return { ...copy, event, sequence: sequenceOf(event) };
}

/**
 * What an Attendee has answered: the REQUEST that is seen last, or the copy where it is stamped later, as that of an
 * update is which was taken over without a place in the Inbox.
 */
export function answeredBy(play: Play, { earlier }: Sent, attendee: string): SchedulingMessage | undefined {
  const request = earlier.findLast((message) => fits(message, { method: 'REQUEST', to: attendee }));
  const copy = play.has('hold-messages') ? undefined : copyIn(play, attendee, play.shownBefore(attendee));
  if (request === undefined || copy === undefined) return request ?? copy;
  return Date.parse(dtstampOf(copy.event)) > Date.parse(dtstampOf(request.event)) ? copy : request;
}

function copyIn(play: Play, to: string, seen: Observation | undefined): SchedulingMessage | undefined {
  const { uid, organizer } = play.currentMeeting();
  const copy = seen?.calendar.find((candidate) => candidate.uid === uid);
  if (copy === undefined) return undefined;
  const address = (id: string) => play.user(id).addresses[0] ?? '';
  const { name, data } = copy;
  const read = readMessage(
    { id: name, originator: address(organizer), recipient: address(to), data },
    play.stage.cast,
  );
  return read && about({ ...read, method: 'REQUEST' }, '');
}

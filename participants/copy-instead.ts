import { dtstampOf } from '../simulator/icalendar/read.js';
import type { Observation } from '../targets/target.js';
import type { Play, Sent } from './play.js';
import { readMessage, type SchedulingMessage } from './scheduling-message.js';
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
  const { earlier, latest } = await play.sent();
  return { message: now, sent: { earlier: before === undefined ? earlier : [...earlier, before], latest } };
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
  return read && { ...read, method: 'REQUEST' };
}

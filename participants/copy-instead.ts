import type { Observation } from '../targets/target.js';
import type { Play, Sent } from './play.js';
import { readMessage, type SchedulingMessage } from './scheduling-message.js';
import type { Which } from './which.js';

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
  const now = copyIn(play, to, await play.stage.observe(to));
  const before = copyIn(play, to, play.shownBefore(to));
  if (now === undefined || now.transit.data === before?.transit.data) return undefined;
  const { earlier, latest } = await play.sent();
  return { message: now, sent: { earlier: before === undefined ? earlier : [...earlier, before], latest } };
}

function copyIn(play: Play, to: string, seen: Observation | undefined): SchedulingMessage | undefined {
  const { uid, organizer } = play.currentMeeting();
  const copy = seen?.calendar.find((candidate) => candidate.uid === uid);
  if (copy === undefined) return undefined;
  const address = (id: string) => play.user(id).addresses[0] ?? '';
  const { name, data } = copy;
  return readMessage(
    { id: name, originator: address(organizer), recipient: address(to), data },
    play.stage.cast,
  );
}

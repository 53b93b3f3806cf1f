import type { Meeting } from './meeting.js';
import type { Play } from './play.js';

/**
 * How much greater the target's SEQUENCE of a meeting is than the scenario says: some begin to count at 1. Always 0
 * where a target repeats its numbers exactly, and for a meeting whose Organizer the target has sent nothing for.
 */
export async function sequenceShift(play: Play, meeting: Meeting): Promise<number> {
  if (play.lane.target.description.literal) return 0;
  const { earlier, latest } = await play.sent();
  const first = [...earlier, ...latest].find(({ uid, method }) => uid === meeting.uid && method !== 'REPLY');
  return first === undefined ? 0 : first.sequence - (meeting.sequence ?? 0);
}

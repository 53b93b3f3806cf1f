import { composeReply } from './counterpart.js';
import type { Play } from './play.js';

export type Answer = 'accept' | 'tentative' | 'decline';

/** An Attendee answers the meeting organized last; a simulated one answers the REQUEST that it got last. */
export async function answer(play: Play, attendee: string, kind: Answer): Promise<void> {
  const { uid, organizer } = play.currentMeeting();
  if (play.user(attendee).placement === 'harness') return composeReply(play, attendee, kind);
  await play.act({ kind, actor: attendee, uid }, [{ method: 'REPLY', to: organizer }]);
}

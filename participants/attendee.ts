import type { ZonedTime } from '../targets/target.js';
import { composeReply } from './counterpart.js';
import type { Play } from './play.js';

export type Answer = 'accept' | 'tentative' | 'decline';

/** What an answer may be about besides the whole event, and who sends it. */
export interface AnswerOptions {
  readonly instance?: ZonedTime;
  /** User id of the secretary who answers in the Attendee's name. */
  readonly by?: string;
}

/** An Attendee answers the meeting organized last; a simulated one answers the REQUEST that it got last. */
export async function answer(
  play: Play,
  attendee: string,
  kind: Answer,
  { instance, by }: AnswerOptions = {},
): Promise<void> {
  const { uid, organizer } = play.currentMeeting();
  if (play.user(attendee).placement === 'harness') return composeReply(play, attendee, kind, instance);
  const who = by === undefined ? { actor: attendee } : { actor: by, onBehalfOf: attendee };
  const about = instance === undefined ? {} : { instance };
  await play.act({ kind, ...who, uid, ...about }, [{ method: 'REPLY', to: organizer }]);
}

/** An Attendee delegates to somebody: the whole meeting, or one instance of it. */
export async function delegate(play: Play, actor: string, to: string, instance?: ZonedTime): Promise<void> {
  const { uid, organizer } = play.currentMeeting();
  const about = instance === undefined ? {} : { instance };
  await play.act({ kind: 'delegate', actor, uid, to, ...about }, [
    { method: 'REQUEST', to },
    { method: 'REPLY', to: organizer },
  ]);
}

/** An Attendee forwards the REQUEST to somebody who is not invited. */
export async function forward(play: Play, actor: string, title: string, to: string): Promise<void> {
  await play.act({ kind: 'forward', actor, uid: play.meeting(title).uid, to }, [{ method: 'REQUEST', to }]);
}

import type { Intent, ZonedTime } from '../targets/target.js';
import { composeReply } from './counterpart.js';
import { anHourAfter } from './moments.js';
import type { Play } from './play.js';

export type Answer = 'accept' | 'tentative' | 'decline';

/** What an answer may be about besides the whole event, and who sends it. */
export interface AnswerOptions {
  readonly instance?: ZonedTime;
  /** User id of the secretary who answers in the Attendee's name. */
  readonly by?: string;
  /** User id of somebody to whom the meeting came in the Attendee's place, and who answers from that copy. */
  readonly inPlaceOf?: string;
}

/** An Attendee answers the meeting organized last; a simulated one answers the REQUEST that it got last. */
export async function answer(
  play: Play,
  attendee: string,
  kind: Answer,
  { instance, by, inPlaceOf }: AnswerOptions = {},
): Promise<void> {
  const { organizer } = play.currentMeeting();
  if (play.user(attendee).placement === 'harness') return composeReply(play, attendee, kind, instance);
  await play.act(answering(play, attendee, kind, { instance, by, inPlaceOf }), [
    { method: 'REPLY', to: organizer },
  ]);
}

/** Somebody to whom the meeting came tries to answer in an Attendee's place; the target may refuse that. */
export async function tryToAnswer(
  play: Play,
  inPlaceOf: string,
  attendee: string,
  kind: Answer,
): Promise<void> {
  await play.attempt(answering(play, attendee, kind, { inPlaceOf }), []);
}

function answering(
  play: Play,
  attendee: string,
  kind: Answer,
  { instance, by, inPlaceOf }: { readonly [Name in keyof AnswerOptions]: AnswerOptions[Name] | undefined },
): Intent {
  const { uid } = play.currentMeeting();
  const own = by === undefined ? { actor: attendee } : { actor: by, onBehalfOf: attendee };
  const who = inPlaceOf === undefined ? own : { actor: inPlaceOf, attendee };
  return { kind, ...who, uid, ...(instance === undefined ? {} : { instance }) };
}

/** What a delegation may be about besides the whole event, and whether the Delegator still wants updates. */
export interface DelegationOptions {
  readonly instance?: ZonedTime;
  readonly updates?: boolean;
}

/** An Attendee delegates the meeting organized last to somebody. */
export async function delegate(
  play: Play,
  actor: string,
  to: string,
  options: DelegationOptions = {},
): Promise<void> {
  const { uid, organizer } = play.currentMeeting();
  await play.act({ kind: 'delegate', actor, uid, to, ...options }, [
    { method: 'REQUEST', to },
    { method: 'REPLY', to: organizer },
  ]);
}

/** An Attendee agrees that somebody is the Organizer from now on. */
export async function agree(play: Play, actor: string, organizer: string): Promise<void> {
  const { uid } = play.currentMeeting();
  await play.act({ kind: 'decide', actor, uid, about: organizer, decision: 'accept' }, []);
}

/** An Attendee moves the own copy; the target may refuse that. */
export async function moveCopy(play: Play, actor: string, title: string, start: ZonedTime): Promise<void> {
  const { uid } = play.meeting(title);
  await play.attempt({ kind: 'edit-copy', actor, uid, start, end: anHourAfter(start) }, []);
}

/** An Attendee deletes the own copy; the target may refuse that. */
export async function deleteCopy(play: Play, actor: string, title: string): Promise<void> {
  await play.attempt({ kind: 'delete-copy', actor, uid: play.meeting(title).uid }, []);
}

/** An Attendee forwards the REQUEST to somebody who is not invited. */
export async function forward(play: Play, actor: string, title: string, to: string): Promise<void> {
  await play.act({ kind: 'forward', actor, uid: play.meeting(title).uid, to }, [{ method: 'REQUEST', to }]);
}

/** An Attendee asks the Organizer for the event as it is now. */
export async function refresh(play: Play, actor: string, title: string): Promise<void> {
  const { uid, organizer } = play.meeting(title);
  await play.act({ kind: 'refresh', actor, uid }, [{ method: 'REFRESH', to: organizer }]);
}

import type { Changes, Intent, Recurrence, ZonedTime } from '../targets/target.js';
import type { Meeting } from './meeting.js';
import { anHourAfter } from './moments.js';
import type { Play } from './play.js';
import type { Expected } from './post.js';
import { timezoneText } from './time-zones.js';

/** What an Organizer does with a meeting as a whole. All times are wall-clock times with their zone. */

export interface Plan {
  readonly title: string;
  /** User ids of the Attendees. */
  readonly attendees: readonly string[];
  readonly start: ZonedTime;
  /** One hour after the start when missing. */
  readonly end?: ZonedTime;
  readonly recurrence?: Recurrence;
  /** SEQUENCE that the event already has when it is first sent. */
  readonly sequence?: number;
  /** User id of the secretary who organizes in the Organizer's name. */
  readonly by?: string;
  /** User ids of those who get it, where not the Attendees do; nobody: it is only stored. */
  readonly recipients?: readonly string[];
  /** What else the event has. */
  readonly details?: Pick<Extract<Intent, { kind: 'invite' }>, 'status' | 'roles' | 'duration' | 'alarm'>;
}

/** Organizes a meeting. */
export async function organize(play: Play, organizer: string, plan: Plan): Promise<void> {
  const { title, attendees, start, recurrence, sequence, by, recipients, details } = plan;
  const end = plan.end ?? anHourAfter(start);
  const special = {
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(sequence === undefined ? {} : { sequence }),
  };
  const meeting: Meeting = { title, uid: play.newUid(), organizer, attendees, start, end, ...special };
  play.meetings.set(title, meeting);
  const timezone = timezoneText(start.zone);
  await play.act(
    {
      ...{ kind: 'invite', uid: meeting.uid, summary: title, attendees, start, end },
      ...(by === undefined ? { actor: organizer } : { actor: by, onBehalfOf: organizer }),
      ...(recurrence === undefined ? {} : { recurrence }),
      ...details,
      ...sentTo(play, recipients),
      ...(sequence === undefined ? {} : { sequence }),
      ...(timezone === undefined ? {} : { timezone }),
    },
    requestsTo(recipients ?? attendees),
  );
}

/** What goes along with another time. */
export interface Move {
  /** User ids of those who get it, where not the Attendees do. */
  readonly recipients?: readonly string[];
  /** The hour is kept when missing. */
  readonly end?: ZonedTime;
  /** Value of DURATION, in place of the end. */
  readonly duration?: string;
  readonly recurrence?: Recurrence;
  readonly changes?: Changes;
  readonly by?: string;
}

/** Moves a meeting to another start. Throws Blocked when the target refuses. */
export async function reschedule(
  play: Play,
  organizer: string,
  title: string,
  start: ZonedTime,
  move: Move = {},
): Promise<void> {
  const { meeting, intent } = moving(play, organizer, title, start, move);
  meeting.start = start;
  meeting.end = intent.end;
  await play.act(intent, requestsTo(move.recipients ?? meeting.attendees));
}

/** Somebody tries to move a meeting for its Organizer; the target may refuse that. */
export async function tryToReschedule(
  play: Play,
  by: string,
  title: string,
  organizer: string,
  start: ZonedTime,
): Promise<void> {
  await play.attempt(moving(play, organizer, title, start, { by }).intent, []);
}

function moving(
  play: Play,
  organizer: string,
  title: string,
  start: ZonedTime,
  { end = anHourAfter(start), duration, recurrence, changes, by, recipients }: Move,
): { readonly meeting: Meeting; readonly intent: Extract<Intent, { kind: 'reschedule' }> } {
  const meeting = play.meeting(title);
  const who = by === undefined ? { actor: organizer } : { actor: by, onBehalfOf: organizer };
  const timezone = timezoneText(start.zone);
  const intent = {
    ...{ kind: 'reschedule' as const, ...who, uid: meeting.uid, start, end },
    ...(timezone === undefined ? {} : { timezone }),
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(changes === undefined ? {} : { changes }),
    ...(duration === undefined ? {} : { duration }),
    ...sentTo(play, recipients),
  };
  return { meeting, intent };
}

/** Moves only the end of a meeting. */
export async function prolong(play: Play, organizer: string, title: string, end: ZonedTime): Promise<void> {
  await reschedule(play, organizer, title, play.meeting(title).start, { end });
}

/** Changes details that do not move the meeting. */
export async function update(play: Play, actor: string, title: string, changes: Changes): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  await play.act({ kind: 'update', actor, uid, changes }, requestsTo(attendees));
}

/** Invites somebody in addition. */
export async function inviteToo(play: Play, actor: string, person: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  meeting.attendees = [...meeting.attendees, person];
  await update(play, actor, title, { invited: [person] });
}

/** Cancels a whole meeting. */
export async function cancel(play: Play, actor: string, title: string): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  await play.act({ kind: 'cancel', actor, uid }, cancelsTo(attendees));
}

/** Removes one Attendee from a meeting; the others hear of it too. */
export async function uninvite(play: Play, actor: string, attendee: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  meeting.attendees = meeting.attendees.filter((id) => id !== attendee);
  const expected = [...cancelsTo([attendee]), ...requestsTo(meeting.attendees)];
  await play.act({ kind: 'uninvite', actor, uid: meeting.uid, attendee }, expected);
}

/** An Attendee becomes the Organizer in place of the one who was. */
export async function takeOver(play: Play, actor: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  const others = meeting.attendees.filter((id) => id !== actor);
  play.meetings.set(title, { ...meeting, organizer: actor, attendees: others });
  await play.act({ kind: 'change-organizer', actor, uid: meeting.uid }, requestsTo(others));
}

/** An Organizer adds somebody uninvited who has answered, or decides not to. */
export async function decideOnUninvited(
  play: Play,
  actor: string,
  title: string,
  uninvited: string,
  { adds, telling = false }: { readonly adds: boolean; readonly telling?: boolean },
): Promise<void> {
  const { uid } = play.meeting(title);
  const expected = adds ? requestsTo([uninvited]) : cancelsTo(telling ? [uninvited] : []);
  const decision = adds ? 'accept' : 'decline';
  await play.act({ kind: 'decide', actor, uid, about: uninvited, decision, telling }, expected);
}

/** Named Recipients as an intent has them. */
export function sentTo(
  play: Play,
  recipients: readonly string[] | undefined,
): { readonly recipients?: readonly string[] } {
  if (recipients === undefined) return {};
  return { recipients: recipients.map((id) => play.user(id).addresses[0] ?? '') };
}

/** The REQUESTs that should go out. */
export function requestsTo(attendees: readonly string[]): Expected[] {
  return attendees.map((to) => ({ method: 'REQUEST', to }));
}

/** The CANCELs that should go out. */
export function cancelsTo(attendees: readonly string[]): Expected[] {
  return attendees.map((to) => ({ method: 'CANCEL', to }));
}

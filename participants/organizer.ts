import type { Changes, ZonedTime } from '../targets/target.js';
import type { Meeting } from './meeting.js';
import { anHourAfter } from './moments.js';
import type { Play } from './play.js';
import type { Expected } from './post.js';
import { timezoneText } from './time-zones.js';

/** What an Organizer does. All times are wall-clock times with their zone. */

export interface Plan {
  readonly title: string;
  /** User ids of the Attendees. */
  readonly attendees: readonly string[];
  readonly start: ZonedTime;
  /** SEQUENCE that the event already has when it is first sent. */
  readonly sequence?: number;
}

/** Organizes a meeting of one hour. */
export async function organize(play: Play, organizer: string, plan: Plan): Promise<void> {
  const { title, attendees, start, sequence } = plan;
  const end = anHourAfter(start);
  const meeting: Meeting = { title, uid: play.newUid(), organizer, attendees, start, end };
  play.meetings.set(title, meeting);
  const timezone = timezoneText(start.zone);
  await play.act(
    {
      kind: 'invite',
      actor: organizer,
      uid: meeting.uid,
      summary: title,
      attendees,
      start,
      end,
      ...(sequence === undefined ? {} : { sequence }),
      ...(timezone === undefined ? {} : { timezone }),
    },
    requestsTo(attendees),
  );
}

/** Moves a meeting to another start; it keeps its hour. */
export async function reschedule(
  play: Play,
  organizer: string,
  title: string,
  start: ZonedTime,
): Promise<void> {
  await moveTo(play, organizer, play.meeting(title), start, anHourAfter(start));
}

/** Moves only the end of a meeting. */
export async function prolong(play: Play, organizer: string, title: string, end: ZonedTime): Promise<void> {
  const meeting = play.meeting(title);
  await moveTo(play, organizer, meeting, meeting.start, end);
}

async function moveTo(
  play: Play,
  actor: string,
  meeting: Meeting,
  start: ZonedTime,
  end: ZonedTime,
): Promise<void> {
  meeting.start = start;
  meeting.end = end;
  const intent = { kind: 'reschedule', actor, uid: meeting.uid, start, end } as const;
  await play.act(intent, requestsTo(meeting.attendees));
}

/** Changes details that do not move the meeting. */
export async function update(play: Play, actor: string, title: string, changes: Changes): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  await play.act({ kind: 'update', actor, uid, changes }, requestsTo(attendees));
}

/** Cancels a whole meeting. */
export async function cancel(play: Play, actor: string, title: string): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  const expected = attendees.map((to): Expected => ({ method: 'CANCEL', to }));
  await play.act({ kind: 'cancel', actor, uid }, expected);
}

/** Removes one Attendee from a meeting; the others hear of it too. */
export async function uninvite(play: Play, actor: string, attendee: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  meeting.attendees = meeting.attendees.filter((id) => id !== attendee);
  const expected: Expected[] = [{ method: 'CANCEL', to: attendee }, ...requestsTo(meeting.attendees)];
  await play.act({ kind: 'uninvite', actor, uid: meeting.uid, attendee }, expected);
}

function requestsTo(attendees: readonly string[]): Expected[] {
  return attendees.map((to) => ({ method: 'REQUEST', to }));
}

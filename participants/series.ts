import type { Changes, Range, ZonedTime } from '../targets/target.js';
import { anHourAfter } from './moments.js';
import { cancelsTo, requestsTo, reschedule } from './organizer.js';
import type { Play } from './play.js';
import { timezoneText } from './time-zones.js';

/** What an Organizer does with single instances of a series. An instance is named by its start in the series. */

/** Moves one instance, or with a range that one and those after it, to another start; it lasts an hour. */
export async function moveInstance(
  play: Play,
  actor: string,
  title: string,
  instance: ZonedTime,
  start: ZonedTime,
  range?: Range,
): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  const timezone = timezoneText(start.zone);
  const intent = {
    kind: 'reschedule',
    actor,
    uid,
    instance,
    start,
    end: anHourAfter(start),
    ...(range === undefined ? {} : { range }),
    ...(timezone === undefined ? {} : { timezone }),
  } as const;
  await play.act(intent, requestsTo(attendees));
}

/** Adds a date to a series (RDATE). */
export async function addDate(play: Play, actor: string, title: string, date: ZonedTime): Promise<void> {
  const { start, recurrence } = play.meeting(title);
  await reschedule(play, actor, title, start, { recurrence: { ...recurrence, also: [date] } });
}

/** Leaves a date out of a series (EXDATE). */
export async function leaveOut(play: Play, actor: string, title: string, date: ZonedTime): Promise<void> {
  const { start, recurrence } = play.meeting(title);
  await reschedule(play, actor, title, start, { recurrence: { ...recurrence, except: [date] } });
}

/** Changes details of one instance. */
export async function changeInstance(
  play: Play,
  actor: string,
  title: string,
  instance: ZonedTime,
  changes: Changes,
): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  await play.act({ kind: 'update', actor, uid, instance, changes }, requestsTo(attendees));
}

/** Invites somebody to one instance in addition. */
export async function inviteToInstance(
  play: Play,
  actor: string,
  person: string,
  title: string,
  instance: ZonedTime,
): Promise<void> {
  const { uid } = play.meeting(title);
  const changes = { invited: [person] };
  await play.act({ kind: 'update', actor, uid, instance, changes }, requestsTo([person]));
}

/** Removes an Attendee from one instance. */
export async function uninviteFromInstance(
  play: Play,
  actor: string,
  attendee: string,
  title: string,
  instance: ZonedTime,
): Promise<void> {
  const { uid } = play.meeting(title);
  await play.act({ kind: 'uninvite', actor, uid, attendee, instance }, cancelsTo([attendee]));
}

/** Cancels single instances, or with a range the one and those after or before it. */
export async function cancelInstances(
  play: Play,
  actor: string,
  title: string,
  instances: readonly ZonedTime[],
  range?: Range,
): Promise<void> {
  const { uid, attendees } = play.meeting(title);
  const reach = range === undefined ? {} : { range };
  await play.act({ kind: 'cancel', actor, uid, instances, ...reach }, cancelsTo(attendees));
}

import { spanOf } from '../simulator/icalendar/instant.js';
import { type JCalComponent, textValue } from '../simulator/icalendar/jcal.js';
import { attendeesOf, eventsOf, statusOf } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import { Inconclusive, Mismatch } from '../targets/outcome-errors.js';
import type { Changes, Observation, ZonedTime } from '../targets/target.js';
import { calendarIsFinal, everythingArrived, provedQuiet } from './absence.js';
import { copiesOf, expectCopy, expectInCalendar } from './copy-looks.js';
import { expectThat } from './look.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import { sequenceShift } from './sequence-shift.js';

/** Looks into somebody's calendar. Copies are found by UID, wherever the target put them. */

/** The event begins, and if given ends, at that moment. */
export async function showsAt(
  play: Play,
  who: string,
  title: string,
  { start, end }: { readonly start?: ZonedTime; readonly end?: ZonedTime },
): Promise<void> {
  const wanted = { start: start && utcOf(start), end: end && utcOf(end) };
  const words = [wanted.start && `begins ${wanted.start}`, wanted.end && `ends ${wanted.end}`].filter(
    Boolean,
  );
  await expectCopy(play, who, play.meeting(title), `"${title}" ${words.join(' and ')}`, (event, calendar) => {
    const span = spanOf(event, calendar);
    return {
      holds:
        (wanted.start === undefined || span.start === wanted.start) &&
        (wanted.end === undefined || span.end === wanted.end),
      actual: `it begins ${span.start} and ends ${span.end}`,
    };
  });
}

/** The event is there, and only once. */
export async function showsOnce(play: Play, who: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  await expectInCalendar(play, who, meeting, `exactly one "${title}" in the calendar`, async () => {
    const copies = await copiesOf(play, who, meeting.uid);
    return { holds: copies.length === 1, actual: `${copies.length} of them`, evidence: copies[1]?.data };
  });
}

/** The event shows this Attendee with that PARTSTAT. */
export async function showsPartstat(
  play: Play,
  who: string,
  attendee: string,
  partstats: readonly string[],
): Promise<void> {
  const name = play.user(attendee).name;
  await expectCopy(play, who, play.currentMeeting(), `${name} as ${partstats.join(' or ')}`, (event) => {
    const found = answersIn(play, event).find(({ id }) => id === attendee);
    return {
      holds: found !== undefined && partstats.includes(found.partstat),
      actual: found === undefined ? `${name} is not listed` : `${name} is ${found.partstat}`,
    };
  });
}

/** The event lists exactly these Attendees with these PARTSTATs; a line for the Organizer does not count. */
export async function showsAttendees(
  play: Play,
  who: string,
  wanted: readonly { readonly id: string; readonly partstat: string }[],
): Promise<void> {
  const meeting = play.currentMeeting();
  const line = (list: readonly { id: string; partstat: string }[]) =>
    list
      .map(({ id, partstat }) => `${id} ${partstat}`)
      .sort()
      .join(', ');
  await expectCopy(play, who, meeting, line(wanted), (event) => {
    const found = line(answersIn(play, event).filter(({ id }) => id !== meeting.organizer));
    return { holds: found === line(wanted), actual: found };
  });
}

/** The event has that LOCATION or DESCRIPTION; an empty one may be left out as well. */
export async function showsDetail(
  play: Play,
  who: string,
  name: keyof Changes,
  value: string,
): Promise<void> {
  await expectCopy(play, who, play.currentMeeting(), `${name.toUpperCase()} "${value}"`, (event) => {
    const found = textValue(event, name);
    return {
      holds: (found ?? '') === value,
      actual: found === undefined ? `no ${name.toUpperCase()}` : `"${found}"`,
    };
  });
}

/** The event was there and is now marked as cancelled or removed: RFC 2446 section 3.2.5 leaves the choice. */
export async function showsAsCancelled(play: Play, who: string, title: string): Promise<void> {
  const { uid } = play.meeting(title);
  if (!play.hasHad(who, uid)) {
    throw new Mismatch(`"${title}" first in the calendar, then cancelled`, 'it was never there');
  }
  await isNotActive(play, who, title);
}

/** The event is marked as cancelled or not there. */
export async function isNotActive(play: Play, who: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  const look = async () => {
    const active = (await copiesOf(play, who, meeting.uid)).find((copy) =>
      eventsOf(calendarIn(copy.data)).some((event) => statusOf(event) !== 'CANCELLED'),
    );
    return {
      holds: active === undefined,
      actual: active === undefined ? 'it is so' : 'it is there and not cancelled',
      evidence: active?.data,
    };
  };
  const isOver = () => calendarIsFinal(play, who, meeting);
  await expectInCalendar(play, who, meeting, `"${title}" cancelled or not there`, look, isOver);
}

/** The event is there and not cancelled, also when everything has arrived that was on the way. */
export async function isActive(play: Play, who: string, title: string): Promise<void> {
  const meeting = play.meeting(title);
  const look = () =>
    expectCopy(play, who, meeting, `"${title}" not cancelled`, (event) => ({
      holds: statusOf(event) !== 'CANCELLED',
      actual: `its STATUS is ${statusOf(event) ?? 'not given'}`,
    }));
  await look();
  if (play.has('hold-messages')) return;
  const method = who === meeting.organizer ? 'REPLY' : 'CANCEL';
  if (!(await everythingArrived(play, { method, to: who }))) {
    throw new Inconclusive(
      `"${title}" not cancelled: nobody can tell whether a ${method} is still under way`,
    );
  }
  await look();
}

/** The last message that arrived changed nothing in the calendar: proved by quiescence. */
export async function isUnchanged(play: Play, who: string): Promise<void> {
  const expected = 'the calendar as it was before the message';
  const before = content(play.shownBefore(who));
  if (before === content(await play.stage.observe(who))) await provedQuiet(play, expected);
  await expectThat(play, expected, async () => {
    const after = await play.stage.observe(who);
    return {
      holds: before !== undefined && before === content(after),
      actual: before === undefined ? 'no message arrived' : 'it changed',
      evidence: after.calendar[0]?.data,
    };
  });
}

/** The last REPLY that the Organizer's side applied for an Attendee answered that SEQUENCE. */
export async function hasApplied(play: Play, who: string, attendee: string, sequence: number): Promise<void> {
  await expectThat(play, `a REPLY to SEQUENCE ${sequence} applied last`, async () => {
    const { calendar, lastSeen } = await play.stage.observe(who);
    const wanted = sequence + (await sequenceShift(play, play.currentMeeting()));
    const last = lastSeen.find((seen) => userOf(seen.attendee, play.stage.cast) === attendee);
    return {
      holds: last?.sequence === wanted,
      actual: last === undefined ? 'no REPLY was applied' : `a REPLY to SEQUENCE ${last.sequence}`,
      evidence: calendar.find(({ uid }) => uid === play.currentMeeting().uid)?.data,
    };
  });
}

function answersIn(play: Play, event: JCalComponent): { id: string; partstat: string }[] {
  return attendeesOf(event).map(({ address, partstat }) => ({
    id: userOf(address, play.stage.cast),
    partstat,
  }));
}

function content(observation: Observation | undefined): string | undefined {
  return (
    observation && JSON.stringify(observation.calendar.map(({ name, data }) => `${name}\n${data}`).sort())
  );
}

import { type JCalComponent, property } from '../simulator/icalendar/jcal.js';
import { eventsOf } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import type { CalendarCopy } from '../targets/target.js';
import { expectThat, FIRST_PATIENCE, type Finding, ifUnderstood } from './look.js';
import type { Meeting } from './meeting.js';
import type { Play } from './play.js';

/** Looks at the object that a calendar has for a meeting. */

/** The objects with that UID, wherever the target put them. */
export async function copiesOf(play: Play, who: string, uid: string): Promise<CalendarCopy[]> {
  return (await play.stage.observe(who)).calendar.filter((copy) => copy.uid === uid);
}

/**
 * Looks at what a calendar has for a meeting, see `expectThat`. When the copy can change no more it is over, too; what
 * came by mail gets all the patience that there is, since nobody knows whether mail keeps its order.
 */
export function expectInCalendar(
  play: Play,
  who: string,
  meeting: Meeting,
  expected: string,
  look: () => Promise<Finding>,
  isOver?: () => Promise<boolean>,
): Promise<void> {
  const isSimulated = (id: string) => play.stage.cast.get(id)?.placement === 'harness';
  return play.finalCopies.isFinal(who, meeting, isSimulated)
    ? expectThat(play, expected, look, () => Promise.resolve(true), FIRST_PATIENCE)
    : expectThat(play, expected, look, isOver);
}

/** Looks at the event of a meeting in somebody's calendar: of a series, at what describes all of it. */
export async function expectCopy(
  play: Play,
  who: string,
  meeting: Meeting,
  expected: string,
  judge: (event: JCalComponent, calendar: JCalComponent) => Finding,
): Promise<void> {
  await expectInCalendar(play, who, meeting, `in ${play.user(who).name}'s calendar ${expected}`, async () => {
    const [copy] = await copiesOf(play, who, meeting.uid);
    if (copy === undefined) return { holds: false, actual: `"${meeting.title}" is not there` };
    return judgedCopy(copy.data, (calendar) => {
      const events = eventsOf(calendar);
      const event = events.find((found) => property(found, 'recurrence-id') === undefined) ?? events[0];
      if (event === undefined) return { holds: false, actual: 'an object without event' };
      return judge(event, calendar);
    });
  });
}

/** What is found in a stored object. One that cannot be understood, e.g. for want of a VTIMEZONE, does not show it. */
export function judgedCopy(data: string, judge: (calendar: JCalComponent) => Finding): Finding {
  return { ...ifUnderstood(() => judge(calendarIn(data))), evidence: data };
}

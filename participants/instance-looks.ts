import { spanOf } from '../simulator/icalendar/instant.js';
import { textValue } from '../simulator/icalendar/jcal.js';
import { attendeesOf, eventsOf } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import type { ZonedTime } from '../targets/target.js';
import { idOf, instancesShown } from './instances-shown.js';
import { expectThat, ifUnderstood } from './look.js';
import { expectMessage } from './message-looks.js';
import { anHourAfter, utcOf } from './moments.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import type { Which } from './which.js';

/** Looks at how messages name single instances, and at what becomes of a series that may have been split. */

/** The message has that instance, by its place in the series, at a new start; it lasts an hour. */
export async function movesInstance(
  play: Play,
  which: Which,
  instance: ZonedTime,
  start: ZonedTime,
): Promise<void> {
  const [id, from, until] = [instance, start, anHourAfter(start)].map(utcOf);
  const expected = `RECURRENCE-ID ${id} from ${from} until ${until}`;
  await expectMessage(play, which, expected, ({ calendar, events }) => {
    const found = events.map((event) => {
      const span = spanOf(event, calendar);
      return `RECURRENCE-ID ${idOf(event, calendar) || '(none)'} from ${span.start} until ${span.end}`;
    });
    return { holds: found.includes(expected), actual: found.join(', ') };
  });
}

/**
 * The message has a VEVENT for an instance; the series and other instances may stand beside it.
 *
 * @param names what RECURRENCE-ID may be
 */
export async function namesInstance(play: Play, which: Which, names: readonly ZonedTime[]): Promise<void> {
  const allowed = names.map(utcOf);
  const expected = `RECURRENCE-ID ${allowed.join(' or ')} in some VEVENT`;
  await expectMessage(play, which, expected, ({ calendar, events }) => {
    const found = events.map((event) => idOf(event, calendar));
    return {
      holds: allowed.some((id) => found.includes(id)),
      actual: `RECURRENCE-ID ${found.map((each) => each || '(none)').join(', ')}`,
    };
  });
}

/** The message has a VEVENT for the series, and no other. */
export async function namesSeriesOnly(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'one VEVENT, without RECURRENCE-ID', ({ calendar, events }) => {
    const found = events.map((event) => idOf(event, calendar));
    return {
      holds: found.length === 1 && found[0] === '',
      actual: found.map((each) => `VEVENT of ${each || 'the series'}`).join(', '),
    };
  });
}

/** The message has a VEVENT for the instance on that day of a series of whole days, named by a date. */
export async function namesDay(play: Play, which: Which, { local }: ZonedTime): Promise<void> {
  const day = local.slice(0, 10);
  await expectMessage(play, which, `RECURRENCE-ID ${day} in some VEVENT`, ({ calendar, events }) => {
    const found = events.map((event) => idOf(event, calendar));
    return {
      holds: found.includes(day),
      actual: `RECURRENCE-ID ${found.map((each) => each || '(none)').join(', ')}`,
    };
  });
}

/** A REPLY has that answer for an instance; what else it has a VEVENT for keeps the answer that it had. */
export async function answersOnly(
  play: Play,
  attendee: string,
  { instance, partstat, others }: { instance: ZonedTime; partstat: string; others: string },
): Promise<void> {
  const id = utcOf(instance);
  const expected = `${partstat} for ${id} and ${others} for any other`;
  await expectMessage(play, { method: 'REPLY', from: attendee }, expected, ({ calendar, events }) => {
    const answers = events.map((event) => {
      const own = attendeesOf(event).find(({ address }) => userOf(address, play.stage.cast) === attendee);
      return { id: idOf(event, calendar), partstat: own?.partstat ?? '(none)' };
    });
    const isRight = (answer: (typeof answers)[number]) =>
      answer.partstat === (answer.id === id ? partstat : others);
    return {
      holds: answers.some((answer) => answer.id === id) && answers.every(isRight),
      actual: answers.map((answer) => `${answer.partstat} for ${answer.id || 'the series'}`).join(', '),
    };
  });
}

/** The calendar shows exactly these starts under a title, in whatever objects and under whatever UIDs. */
export async function showsUnderAnyUid(
  play: Play,
  who: string,
  title: string,
  starts: readonly ZonedTime[],
): Promise<void> {
  const wanted = starts.map(utcOf).join(', ');
  await expectThat(play, `in ${play.user(who).name}'s calendar "${title}" at ${wanted}`, async () => {
    const copies = (await play.stage.observe(who)).calendar.filter(({ uid }) => !play.markers.has(uid));
    const finding = ifUnderstood(() => {
      const calendars = copies.map(({ data }) => calendarIn(data));
      const shown = calendars
        .filter((calendar) => eventsOf(calendar).some((event) => textValue(event, 'summary') === title))
        .flatMap((calendar) => instancesShown(calendar).map(({ start }) => start));
      const found = shown.sort().join(', ');
      return { holds: found === wanted, actual: found || 'no instance' };
    });
    return { ...finding, evidence: copies[0]?.data };
  });
}

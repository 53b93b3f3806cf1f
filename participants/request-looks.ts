import { spanOf } from '../simulator/icalendar/instant.js';
import { property, textValue } from '../simulator/icalendar/jcal.js';
import { attendeesOf } from '../simulator/icalendar/read.js';
import type { ZonedTime } from '../targets/target.js';
import { idOf } from './instances-shown.js';
import { checkGate, expectThat } from './look.js';
import { expectMessage } from './message-looks.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { listedIn, type SchedulingMessage, userOf } from './scheduling-message.js';
import { fits, type Which } from './which.js';

/** Looks at what makes a REQUEST one for a series, an instance or a status. */

/** Every VEVENT has the property SEQUENCE. */
export async function writesSequence(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'SEQUENCE in every VEVENT', ({ events }) => {
    const count = events.filter((event) => property(event, 'sequence') === undefined).length;
    return { holds: count === 0, actual: `${count} of ${events.length} VEVENTs without SEQUENCE` };
  });
}

/**
 * The series is there, and wherever it is, so is that instance at that start.
 *
 * @param instance start of the instance in the series
 */
export async function hasSeriesWith(
  play: Play,
  which: Which,
  instance: ZonedTime,
  start: ZonedTime,
): Promise<void> {
  const [id, moved] = [utcOf(instance), utcOf(start)];
  await expectMessage(play, which, `the series and its instance ${id} at ${moved}`, (message, { latest }) => {
    const all = allOf(message, latest, which).filter(hasSeries);
    return {
      holds: all.length > 0 && all.every((each) => shows(each, id, moved)),
      actual: all.length === 0 ? 'no series' : all.map(componentsOf).join('; '),
    };
  });
}

/** All fitting messages of the last action: what has to be told may be told in several. */
function allOf(
  message: SchedulingMessage,
  latest: readonly SchedulingMessage[],
  which: Which,
): SchedulingMessage[] {
  return [...new Set([message, ...latest.filter((other) => fits(other, which))])];
}

function hasSeries({ events }: SchedulingMessage): boolean {
  return events.some((event) => property(event, 'recurrence-id') === undefined);
}

/** A moved instance may be named by its new start (RFC 2446 section 3.7.1); how it is named is another row's. */
function shows({ calendar, events }: SchedulingMessage, id: string, start: string): boolean {
  return events.some(
    (event) => [id, start].includes(idOf(event, calendar)) && spanOf(event, calendar).start === start,
  );
}

function componentsOf({ calendar, events }: SchedulingMessage): string {
  return events
    .map((event) => `${idOf(event, calendar) || 'the series'} at ${spanOf(event, calendar).start}`)
    .join(', ');
}

/** The VEVENT with that LOCATION has RECURRENCE-ID, in whatever zone it is written. */
export async function namesInstanceWhere(
  play: Play,
  which: Which,
  instance: ZonedTime,
  location: string,
): Promise<void> {
  const id = utcOf(instance);
  const expected = `RECURRENCE-ID ${id} where LOCATION is "${location}"`;
  await expectMessage(play, which, expected, (message, { latest }) => {
    const all = allOf(message, latest, which);
    const found = all.flatMap(({ calendar, events }) =>
      events
        .filter((event) => textValue(event, 'location') === location)
        .map((event) => idOf(event, calendar)),
    );
    return {
      holds: found.length > 0 && found.every((each) => each === id),
      actual: found.map((each) => `RECURRENCE-ID ${each || '(none)'}`).join(', ') || 'no such LOCATION',
    };
  });
}

/** Time, texts and Attendees are those of the REQUEST before it, whatever the parameters say. */
export async function leavesEventAsItWas(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'time, details and Attendees as before', (message, { earlier }) => {
    const before = earlier.findLast((other) => fits(other, which) && other.uid === message.uid);
    if (before === undefined) return { holds: false, actual: 'nothing before it to compare with' };
    const [was, is] = [before, message].map((each) => factsOf(play, each));
    const changed = Object.entries(is ?? {}).filter(([name, value]) => was?.[name] !== value);
    return {
      holds: changed.length === 0,
      actual: changed.map(([name, value]) => `${name} "${value}", before it "${was?.[name]}"`).join('; '),
    };
  });
}

function factsOf(play: Play, { calendar, event }: SchedulingMessage): Record<string, string> {
  const texts = ['summary', 'location', 'description'].map(
    (name) => [name.toUpperCase(), textValue(event, name) ?? ''] as const,
  );
  const { start, end } = spanOf(event, calendar);
  const attendees = listedIn(event, play.stage.cast).sort(byName).join(', ');
  return { ...Object.fromEntries(texts), DTSTART: start, DTEND: `${end}`, ATTENDEE: attendees };
}

/**
 * Since the last message arrived, an Attendee has sent the Organizer a REPLY: by itself or told to.
 *
 * @param partstat what it says of the Attendee; any answer when missing
 */
export async function repliesInReturn(play: Play, from: string, partstat?: string): Promise<void> {
  checkGate(play, 'REPLY');
  const { name } = play.user(from);
  const said = partstat === undefined ? '' : ` that says ${partstat}`;
  await expectThat(play, `a REPLY from ${name}${said}`, async () => {
    const found = (await play.sentInReturn()).filter((message) => fits(message, { method: 'REPLY', from }));
    const answers = found.map((reply) => answerIn(play, reply, from));
    return {
      holds: answers.some((answer) => partstat === undefined || answer === partstat),
      actual: answers.length === 0 ? 'no REPLY' : `REPLY with PARTSTAT ${answers.join(', ')}`,
      evidence: found[0]?.transit.data,
    };
  });
}

function answerIn(play: Play, { event }: SchedulingMessage, from: string): string {
  const own = attendeesOf(event).find(({ address }) => userOf(address, play.stage.cast) === from);
  return own?.partstat ?? '(none)';
}

function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

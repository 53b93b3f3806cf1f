import { textValue } from '../simulator/icalendar/jcal.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import { attendeesOf, sequenceOf } from '../simulator/icalendar/read.js';
import type { ZonedTime } from '../targets/target.js';
import { idOf, instancesShown, type ShownInstance } from './instances-shown.js';
import { expectThat } from './look.js';
import { expectMessage } from './message-looks.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import type { Which } from './which.js';

/** Looks at single instances of a series, in calendars and in messages. */

/** What a sentence says of an instance; what it does not say does not matter. */
export interface WantedInstance {
  readonly start: ZonedTime;
  readonly location?: string;
}

/** The calendar shows exactly these instances of a meeting, in this order. */
export async function showsInstances(
  play: Play,
  who: string,
  title: string,
  wanted: readonly WantedInstance[],
): Promise<void> {
  const words = wanted.map(({ start, location }) => line(utcOf(start), location)).join(', ') || 'no instance';
  await expectThat(play, `in ${play.user(who).name}'s calendar ${words}`, async () => {
    const { shown, evidence } = await lookAt(play, who, title);
    const found = shown.map(({ start, event }, index) =>
      line(start, wanted[index]?.location === undefined ? undefined : (textValue(event, 'location') ?? '')),
    );
    return {
      holds: found.join(', ') === words || (found.length === 0 && wanted.length === 0),
      actual: found.join(', ') || 'no instance',
      evidence,
    };
  });
}

function line(start: string, location: string | undefined): string {
  return location === undefined ? start : `${start} in "${location}"`;
}

/** The calendar shows, or does not show, an instance that begins at that moment. */
export async function showsInstanceAt(
  play: Play,
  who: string,
  title: string,
  moment: ZonedTime,
  isThere: boolean,
): Promise<void> {
  const wanted = utcOf(moment);
  await expectThat(play, `${isThere ? 'an' : 'no'} instance of "${title}" at ${wanted}`, async () => {
    const { shown, evidence } = await lookAt(play, who, title);
    return {
      holds: shown.some(({ start }) => start === wanted) === isThere,
      actual: `instances at ${shown.map(({ start }) => start).join(', ') || 'no time'}`,
      evidence,
    };
  });
}

/** The instance that the series has at that moment shows an Attendee with one of these PARTSTATs. */
export async function showsPartstatOn(
  play: Play,
  who: string,
  attendee: string,
  partstats: readonly string[],
  instance: ZonedTime,
): Promise<void> {
  const { name } = play.user(attendee);
  const id = utcOf(instance);
  await expectThat(play, `${name} as ${partstats.join(' or ')} on ${id}`, async () => {
    const { shown, evidence } = await lookAt(play, who, play.currentMeeting().title);
    const found = shown.find(
      (candidate) => candidate.id === id || (candidate.id === '' && candidate.start === id),
    );
    const partstat = found && partstatIn(play, found, attendee);
    return {
      holds: partstat !== undefined && partstats.includes(partstat),
      actual: found === undefined ? 'no such instance' : `${name} is ${partstat ?? 'not listed'}`,
      evidence,
    };
  });
}

/** The instance that the series has at that moment does not list an Attendee. */
export async function doesNotListOn(
  play: Play,
  who: string,
  attendee: string,
  instance: ZonedTime,
): Promise<void> {
  const id = utcOf(instance);
  await expectThat(play, `${play.user(attendee).name} not listed on ${id}`, async () => {
    const { shown, evidence } = await lookAt(play, who, play.currentMeeting().title);
    const found = shown.find((candidate) => candidate.id === id);
    const partstat = found && partstatIn(play, found, attendee);
    return {
      holds: found !== undefined && partstat === undefined,
      actual: found === undefined ? 'no such instance' : `listed as ${partstat}`,
      evidence,
    };
  });
}

/** The message is about exactly these instances, whatever zone their RECURRENCE-ID is written in. */
export async function isAboutInstances(
  play: Play,
  which: Which,
  instances: readonly ZonedTime[],
): Promise<void> {
  const wanted = instances.map(utcOf).sort(byText);
  await expectMessage(play, which, `RECURRENCE-ID ${wanted.join(', ')}`, ({ calendar, events }) => {
    const found = events.map((event) => idOf(event, calendar)).sort(byText);
    return {
      holds: found.join(' ') === wanted.join(' '),
      actual: `RECURRENCE-ID ${found.map((id) => (id === '' ? '(none)' : id)).join(', ')}`,
    };
  });
}

/** A REPLY has that SEQUENCE in the VEVENT of this instance. Only where a simulated Organizer chose the numbers. */
export async function carriesSequenceFor(
  play: Play,
  from: string,
  sequence: number,
  instance: ZonedTime,
): Promise<void> {
  const id = utcOf(instance);
  const which = { method: 'REPLY', from } as const;
  await expectMessage(play, which, `SEQUENCE ${sequence} for ${id}`, ({ calendar, events }) => {
    const found = events.find((event) => idOf(event, calendar) === id);
    return {
      holds: found !== undefined && sequenceOf(found) === sequence,
      actual: found === undefined ? `nothing about ${id}` : `SEQUENCE ${sequenceOf(found)}`,
    };
  });
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function partstatIn(play: Play, { event }: ShownInstance, attendee: string): string | undefined {
  return attendeesOf(event).find(({ address }) => userOf(address, play.stage.cast) === attendee)?.partstat;
}

async function lookAt(
  play: Play,
  who: string,
  title: string,
): Promise<{ shown: ShownInstance[]; evidence: string | undefined }> {
  const { uid } = play.meeting(title);
  const copies = (await play.stage.observe(who)).calendar.filter((copy) => copy.uid === uid);
  const shown = copies.flatMap(({ data }) => instancesShown(parseCalendar(data)));
  return { shown, evidence: copies[0]?.data };
}

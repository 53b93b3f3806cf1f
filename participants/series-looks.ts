import { textValue } from '../simulator/icalendar/jcal.js';
import { attendeesOf, sequenceOf } from '../simulator/icalendar/read.js';
import type { ZonedTime } from '../targets/target.js';
import { calendarIsFinal } from './absence.js';
import { copiesOf, expectInCalendar, judgedCopy } from './copy-looks.js';
import { idOf, instancesShown, type ShownInstance } from './instances-shown.js';
import type { Finding } from './look.js';
import { expectMessage } from './message-looks.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';

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
  const isPlaced = wanted.some(({ location }) => location !== undefined);
  await expectInstances(play, who, title, words, (shown) => {
    const found = shown.map(({ start, event }) =>
      line(start, isPlaced ? (textValue(event, 'location') ?? '') : undefined),
    );
    return {
      holds: found.join(', ') === words || (found.length === 0 && wanted.length === 0),
      actual: found.join(', ') || 'no instance',
    };
  });
}

function line(start: string, location: string | undefined): string {
  return location === undefined ? start : `${start} in "${location}"`;
}

/** The calendar shows an instance that begins at that moment. */
export async function showsInstanceAt(
  play: Play,
  who: string,
  title: string,
  moment: ZonedTime,
): Promise<void> {
  const wanted = utcOf(moment);
  await expectInstances(play, who, title, `an instance of "${title}" at ${wanted}`, (shown) => {
    return {
      holds: shown.some(({ start }) => start === wanted),
      actual: `instances at ${shown.map(({ start }) => start).join(', ') || 'no time'}`,
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
  await expectInstances(
    play,
    who,
    play.currentMeeting().title,
    `${name} as ${partstats.join(' or ')} on ${id}`,
    (shown) => {
      const found = shown.find(
        (candidate) => candidate.id === id || (candidate.id === '' && candidate.start === id),
      );
      const partstat = found && partstatIn(play, found, attendee);
      return {
        holds: partstat !== undefined && partstats.includes(partstat),
        actual: found === undefined ? 'no such instance' : `${name} is ${partstat ?? 'not listed'}`,
      };
    },
    who !== play.currentMeeting().organizer,
  );
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

function partstatIn(play: Play, { event }: ShownInstance, attendee: string): string | undefined {
  return attendeesOf(event).find(({ address }) => userOf(address, play.stage.cast) === attendee)?.partstat;
}

/**
 * Looks at the instances that a calendar shows of a meeting, in whatever objects they are.
 *
 * @param isPassedOn whether it is looked at what others told the Organizer, and the Organizer the one who is looked at
 */
async function expectInstances(
  play: Play,
  who: string,
  title: string,
  expected: string,
  judge: (shown: readonly ShownInstance[]) => Finding,
  isPassedOn = false,
): Promise<void> {
  const meeting = play.meeting(title);
  const look = async (): Promise<Finding> => {
    const shown: ShownInstance[] = [];
    const copies = await copiesOf(play, who, meeting.uid);
    for (const { data } of copies) {
      const read = judgedCopy(data, (calendar) => {
        shown.push(...instancesShown(calendar));
        return { holds: true, actual: '' };
      });
      if (!read.holds) return read;
    }
    return { ...judge(shown), evidence: copies[0]?.data };
  };
  const isOver = isPassedOn ? undefined : () => calendarIsFinal(play, who, meeting);
  const words = `in ${play.user(who).name}'s calendar ${expected}`;
  await expectInCalendar(play, who, meeting, words, look, isOver);
}

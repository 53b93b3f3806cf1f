import { spanOf } from '../simulator/icalendar/instant.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { rangeOf } from '../simulator/icalendar/range.js';
import type { ZonedTime } from '../targets/target.js';
import { type Cancellation, expectCancellation } from './cancellation.js';
import { idOf, instancesShown } from './instances-shown.js';
import type { Finding } from './look.js';
import { previous } from './message-looks.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { listedIn, type SchedulingMessage } from './scheduling-message.js';

/**
 * Looks at how somebody is told that instances of a series are cancelled: by a CANCEL that names them, or by a REQUEST
 * for the series that does not have them any more. What is said of a CANCEL alone is not judged on such a REQUEST.
 */

/** Everybody named is told that these instances do not take place. */
export async function areTold(
  play: Play,
  people: readonly string[],
  instances: readonly ZonedTime[],
): Promise<void> {
  const ids = instances.map(utcOf);
  for (const to of people) {
    await expectCancellation(play, to, `${ids.join(', ')} taken away`, ({ cancels, request }) => {
      const named = cancels.flatMap(idsIn);
      const left = ids.filter((id) => !named.includes(id) && !named.includes(''));
      return {
        holds: left.length === 0 || (request !== undefined && !showsOne(request, left)),
        actual: `CANCEL of ${named.join(', ') || 'nothing'}`,
      };
    });
  }
}

/** SEQUENCE is greater than in the Organizer's message before it; where numbers repeat exactly it is that one. */
export async function raisesSequence(play: Play, to: string, at: number): Promise<void> {
  await expectCancellation(play, to, `SEQUENCE raised to ${at}`, ({ cancels, request, sent }) => {
    const message = cancels.at(-1) ?? request;
    if (message === undefined) return { holds: false, actual: 'nothing was sent' };
    const last = previous(sent, message)?.sequence;
    const { literal } = play.lane.target.description;
    return {
      holds: literal ? message.sequence === at : last !== undefined && message.sequence > last,
      actual: `SEQUENCE ${message.sequence}, before it ${last ?? 'nothing'}`,
    };
  });
}

/** The CANCELs have one VEVENT for each of these instances, with its RECURRENCE-ID, and none besides. */
export async function namesInstances(play: Play, to: string, instances: readonly ZonedTime[]): Promise<void> {
  const wanted = instances.map(utcOf).sort();
  await expectCancellation(
    play,
    to,
    `one VEVENT each for ${wanted.join(', ')}`,
    ofCancels((cancels) => {
      const named = cancels.flatMap(idsIn).sort();
      const single = cancels.every(({ events }) => events.every((event) => countIds(event) === 1));
      return {
        holds: single && named.join(' ') === wanted.join(' '),
        actual: cancels.flatMap(({ events }) => events.map(idText)).join('; '),
      };
    }),
  );
}

/** One of the CANCELs is for the series as a whole. */
export async function namesTheSeries(play: Play, to: string): Promise<void> {
  await expectCancellation(play, to, 'a CANCEL without RECURRENCE-ID', ({ cancels }) => ({
    holds: cancels.flatMap(idsIn).includes(''),
    actual: cancels.flatMap(({ events }) => events.map(idText)).join('; ') || 'no CANCEL',
  }));
}

/** The VEVENT of the CANCEL that names this instance lists that Attendee. */
export async function listsForInstance(
  play: Play,
  to: string,
  attendee: string,
  instance: ZonedTime,
): Promise<void> {
  const id = utcOf(instance);
  await expectCancellation(
    play,
    to,
    `ATTENDEE ${attendee} for ${id}`,
    ofCancels((cancels) => {
      const told = cancels.flatMap(({ calendar, events }) =>
        events.map((event) => ({ id: idOf(event, calendar), listed: listedIn(event, play.stage.cast) })),
      );
      return {
        holds: told.some((each) => each.id === id && each.listed.includes(attendee)),
        actual: told.map((each) => `ATTENDEE ${each.listed.join(', ')} for ${each.id || 'all'}`).join('; '),
      };
    }),
  );
}

/** A CANCEL with RANGE names this instance as the first. Without RANGE it passes: `areTold` says which instances. */
export async function beginsWith(play: Play, to: string, instance: ZonedTime): Promise<void> {
  const id = utcOf(instance);
  await expectCancellation(
    play,
    to,
    `RANGE, if any, from ${id} on`,
    ofCancels((cancels) => {
      const ranged = cancels.flatMap(({ calendar, events }) =>
        events.filter((event) => rangeOf(event) !== undefined).map((event) => idOf(event, calendar)),
      );
      return {
        holds: ranged.every((found) => found === id),
        actual: `RANGE from ${ranged.join(', ') || 'nowhere'} on`,
      };
    }),
  );
}

/** What the CANCELs say of the end is this moment; one that says nothing of it passes. */
export async function endsOn(play: Play, to: string, end: ZonedTime): Promise<void> {
  const wanted = utcOf(end);
  const judge = ofCancels((cancels) => {
    const ends = cancels.flatMap(({ calendar, events }) =>
      events.filter(hasEnd).map((event) => spanOf(event, calendar).end),
    );
    return { holds: ends.every((found) => found === wanted), actual: `it ends ${ends.join(', ')}` };
  });
  await expectCancellation(play, to, `an end, if any, on ${wanted}`, judge);
}

function hasEnd(event: JCalComponent): boolean {
  const names = new Set(event[1].map(([name]) => name));
  return names.has('dtend') || (names.has('dtstart') && names.has('duration'));
}

/** A look at CANCELs; where a REQUEST tells it there is nothing to judge. */
function ofCancels(judge: (cancels: readonly SchedulingMessage[]) => Finding) {
  return ({ cancels, request }: Cancellation): Finding =>
    cancels.length === 0 && request !== undefined
      ? { holds: true, actual: 'a REQUEST for the series instead' }
      : judge(cancels);
}

function showsOne({ calendar }: SchedulingMessage, ids: readonly string[]): boolean {
  return instancesShown(calendar).some(({ id }) => ids.includes(id));
}

function idsIn({ calendar, events }: SchedulingMessage): string[] {
  return events.map((event) => idOf(event, calendar));
}

function countIds(event: JCalComponent): number {
  return event[1].filter(([name]) => name === 'recurrence-id').length;
}

function idText(event: JCalComponent): string {
  const ids = event[1].filter(([name]) => name === 'recurrence-id').map((line) => String(line[3]));
  return `VEVENT with RECURRENCE-ID ${ids.join(', ') || '(none)'}`;
}

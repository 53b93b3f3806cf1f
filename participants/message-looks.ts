import { parameter, textValue } from '../simulator/icalendar/jcal.js';
import { statusOf } from '../simulator/icalendar/read.js';
import { everythingArrived } from './absence.js';
import { answeredBy, copyInstead } from './copy-instead.js';
import { unlessCovered } from './covered.js';
import { checkGate, expectThat, type Finding, ifUnderstood } from './look.js';
import type { Play } from './play.js';
import { listedIn, type SchedulingMessage, type Sent, shown } from './scheduling-message.js';
import { fits, type Which, wordsFor } from './which.js';

/** Looks at what stands in the messages that the last action made the target send. */

/**
 * SEQUENCE is greater than in the Organizer's message before it to the same Recipient. Where a target repeats its
 * numbers exactly it is that very number.
 */
export async function raisesSequence(play: Play, which: Which, to: number): Promise<void> {
  await expectMessage(play, which, `SEQUENCE raised to ${to}`, (message, sent) => {
    const last = previous(sent, message)?.sequence;
    const raised = last !== undefined && message.sequence > last;
    return {
      holds: raised && (!play.lane.target.description.literal || message.sequence === to),
      actual: `SEQUENCE ${message.sequence}, before it ${last ?? 'nothing'}`,
    };
  });
}

/** SEQUENCE is the same as in the Organizer's message before it to the same Recipient. */
export async function keepsSequence(play: Play, which: Which, at: number): Promise<void> {
  await expectMessage(play, which, `SEQUENCE still ${at}`, (message, sent) => {
    const last = previous(sent, message)?.sequence;
    return {
      holds: play.lane.target.description.literal ? message.sequence === at : message.sequence === last,
      actual: `SEQUENCE ${message.sequence}, before it ${last ?? 'nothing'}`,
    };
  });
}

/** A REPLY carries the SEQUENCE of the REQUEST that it answers. */
export async function carriesSequenceOfRequest(play: Play, from: string, at: number): Promise<void> {
  await expectMessage(play, { method: 'REPLY', from }, `SEQUENCE ${at} of the REQUEST`, (reply, sent) => {
    const asked = answeredBy(play, sent, from)?.sequence;
    return {
      holds: play.lane.target.description.literal ? reply.sequence === at : reply.sequence === asked,
      actual: `SEQUENCE ${reply.sequence}, in the REQUEST ${asked ?? 'unknown'}`,
    };
  });
}

/** The message has the UID of the REQUEST. */
export async function carriesUidOfRequest(play: Play, which: Which): Promise<void> {
  const { uid } = play.currentMeeting();
  await expectMessage(play, which, `UID ${uid}`, (message) => ({
    holds: message.uid === uid,
    actual: `UID ${message.uid}`,
  }));
}

/** A REPLY repeats these properties as they were in the REQUEST, or leaves them out. */
export async function leavesAlone(play: Play, from: string, names: readonly string[]): Promise<void> {
  await expectMessage(
    play,
    { method: 'REPLY', from },
    `${names.join(', ')} as in the REQUEST`,
    (reply, sent) => {
      const asked = answeredBy(play, sent, from)?.event;
      const changed = names
        .map((name) => name.toLowerCase())
        .filter((name) => {
          const told = textValue(reply.event, name);
          return told !== undefined && (asked === undefined || told !== textValue(asked, name));
        });
      return {
        holds: asked !== undefined && changed.length === 0,
        actual:
          changed.map((name) => `${name.toUpperCase()} "${shown(reply.event, name)}"`).join(', ') ||
          'no REQUEST',
      };
    },
  );
}

/** The message lists these Attendees: exactly them, or at least them. */
export async function lists(
  play: Play,
  which: Which,
  people: readonly string[],
  exactly: boolean,
): Promise<void> {
  await expectMessage(
    play,
    which,
    `${exactly ? 'just' : 'at least'} ATTENDEE ${people.join(', ')}`,
    (message) => {
      const listed = listedIn(message.event, play.stage.cast);
      const all = people.every((id) => listed.includes(id));
      return {
        holds: all && (!exactly || listed.length === people.length),
        actual: `ATTENDEE ${listed.join(', ') || '(none)'}`,
      };
    },
  );
}

/** The message does not list this Attendee. */
export async function doesNotList(play: Play, which: Which, person: string): Promise<void> {
  await expectMessage(play, which, `no ATTENDEE ${person}`, (message) => {
    const listed = listedIn(message.event, play.stage.cast);
    return { holds: !listed.includes(person), actual: `ATTENDEE ${listed.join(', ')}` };
  });
}

/** The message has that STATUS; undefined: none at all. */
export async function hasStatus(play: Play, which: Which, status: string | undefined): Promise<void> {
  await expectMessage(play, which, status === undefined ? 'no STATUS' : `STATUS ${status}`, ({ event }) => ({
    holds: statusOf(event) === status,
    actual: `STATUS ${shown(event, 'status')}`,
  }));
}

/** The message is about the whole event and not about an instance of it. */
export async function namesNoInstance(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'no RECURRENCE-ID', ({ event }) => ({
    holds: textValue(event, 'recurrence-id') === undefined,
    actual: `RECURRENCE-ID ${shown(event, 'recurrence-id')}`,
  }));
}

/** The message carries a VTIMEZONE for every TZID in its VEVENTs (RFC 2446 section 3.1). */
export async function definesZones(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'a VTIMEZONE for every TZID', ({ calendar, events }) => {
    const used = events.flatMap(([, lines]) => lines.flatMap((line) => parameter(line, 'tzid') ?? []));
    const defined = calendar[2]
      .filter(([name]) => name === 'vtimezone')
      .map((zone) => textValue(zone, 'tzid'));
    return {
      holds: used.every((zone) => defined.includes(zone)),
      actual: `TZID ${[...new Set(used)].join(', ') || '(none)'}; VTIMEZONE ${defined.join(', ') || '(none)'}`,
    };
  });
}

/** Looks at the last fitting message that the last action made the target send. */
export async function expectMessage(
  play: Play,
  which: Which,
  expected: string,
  judge: (message: SchedulingMessage, sent: Sent) => Finding,
): Promise<void> {
  checkGate(play, which.method);
  const look = async (): Promise<Finding> => {
    const sent = await play.sent();
    const message = sent.latest.findLast((candidate) => fits(candidate, which));
    if (message !== undefined)
      return { ...ifUnderstood(() => judge(message, sent)), evidence: message.transit.data };
    const instead = await copyInstead(play, which);
    if (instead === undefined) return { holds: false, actual: `no ${wordsFor(play, which)} was sent` };
    const { holds, actual } = ifUnderstood(() => judge(instead.message, instead.sent));
    return {
      holds,
      actual: `${actual} in the copy, which changed though no ${which.method} is in the Inbox`,
      evidence: instead.message.transit.data,
    };
  };
  const words = `a ${wordsFor(play, which)} with ${expected}`;
  await unlessCovered(play, [which], () =>
    expectThat(play, words, look, () => everythingArrived(play, which)),
  );
}

/** The Organizer's message before this one to the same Recipient about the same event. */
export function previous({ earlier }: Sent, message: SchedulingMessage): SchedulingMessage | undefined {
  return earlier.findLast(
    ({ method, to, uid }) => method !== 'REPLY' && to === message.to && uid === message.uid,
  );
}

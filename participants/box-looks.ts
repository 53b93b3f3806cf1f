import { eventsOf, methodOf, sameAddress } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import { Blocked } from '../targets/outcome-errors.js';
import type { BoxEntry, BoxState, ZonedTime } from '../targets/target.js';
import { checkGate, expectThat, type Finding, ifUnderstood } from './look.js';
import { utcOf } from './moments.js';
import type { Play } from './play.js';
import { listedIn, startIn, userOf } from './scheduling-message.js';
import { entriesAbout } from './service-use.js';

/** Looks at the entries of an Inbox or Outbox that are about a meeting. */

/** Which box. */
export interface Box {
  /** User id of its owner. */
  readonly who: string;
  readonly box: 'inbox' | 'outbox';
  readonly title: string;
}

/**
 * The box has so many entries about the meeting. A message that has arrived twice may be listed once or twice, so it
 * counts once. That none is left can only be seen where some were before.
 */
export async function hasEntries(play: Play, box: Box, count: number): Promise<void> {
  checkSending(play, box);
  if (count === 0) checkBefore(play, box);
  await expectThat(play, `${count} entries about "${box.title}" in ${nameOf(play, box)}`, async () => {
    const entries = await entriesAbout(play, box.who, box.box, box.title);
    const found = box.box === 'inbox' ? new Set(entries.map(({ data }) => data)).size : entries.length;
    return { holds: found === count, actual: `${found}`, evidence: entries.at(-1)?.data };
  });
}

function checkBefore(play: Play, { who, box, title }: Box): void {
  const { uid } = play.meeting(title);
  const { beforePause } = play;
  const had = beforePause?.get(who)?.[box].some((entry) => entry.uid === uid);
  if (beforePause === undefined || had === true) return;
  throw new Blocked(`no entry about "${title}" was in the ${box} before time passed`);
}

/** The newest entry is in that state, as a whole. */
export async function isInState(play: Play, box: Box, state: BoxState): Promise<void> {
  await expectNewest(play, box, `state ${state}`, (entry) => ({
    holds: entry.state === state,
    actual: `state ${entry.state ?? 'unknown'}`,
  }));
}

/** The newest entry says of one Recipient how far the message got. */
export async function isInStateFor(play: Play, box: Box, person: string, state: BoxState): Promise<void> {
  await expectNewest(play, box, `state ${state} for ${person}`, ({ recipients }) => {
    const found = recipients.find(({ address }) => userOf(address, play.stage.cast) === person);
    return { holds: found?.state === state, actual: found?.state ?? `no Recipient ${person}` };
  });
}

/** The newest entry says of a calendar address what became of the message there. */
export async function hasStatusFor(play: Play, box: Box, address: string, status: string): Promise<void> {
  await expectNewest(play, box, `status ${status} for ${address}`, ({ recipients }) => {
    const found = recipients.find((each) => sameAddress(each.address, address));
    return { holds: found?.status === status, actual: found?.status ?? `no Recipient ${address}` };
  });
}

/** The box has one of two numbers of entries about the meeting, where both are allowed. */
export async function hasEitherCount(play: Play, box: Box, counts: readonly number[]): Promise<void> {
  checkSending(play, box);
  await expectThat(play, `${counts.join(' or ')} entries in ${nameOf(play, box)}`, async () => {
    const { length } = await entriesAbout(play, box.who, box.box, box.title);
    return { holds: counts.includes(length), actual: `${length}` };
  });
}

/** The message of the newest entry has the meeting at that time. */
export async function isForTime(play: Play, box: Box, time: ZonedTime): Promise<void> {
  await expectNewest(play, box, `a meeting on ${utcOf(time)}`, ({ data }) => {
    const found = startIn(calendarIn(data));
    return { holds: found === utcOf(time), actual: `a meeting on ${found}` };
  });
}

/** The newest entry names exactly these Recipients. */
export async function namesRecipients(play: Play, box: Box, people: readonly string[]): Promise<void> {
  await expectNewest(play, box, `the Recipients ${people.join(', ')}`, ({ recipients }) => {
    const named = recipients.map(({ address }) => userOf(address, play.stage.cast));
    return {
      holds: named.length === people.length && people.every((id) => named.includes(id)),
      actual: named.join(', ') || '(none)',
    };
  });
}

/** The newest entry names who sent the message, and in whose name. */
export async function namesSender(
  play: Play,
  box: Box,
  originator: string,
  organizer: string,
): Promise<void> {
  await expectNewest(play, box, `Originator ${originator}, Organizer ${organizer}`, (entry) => {
    const [from, of] = [entry.originator ?? '', entry.organizer ?? ''].map((address) =>
      userOf(address, play.stage.cast),
    );
    return {
      holds: from === originator && of === organizer,
      actual: `Originator ${from || '(none)'}, Organizer ${of || '(none)'}`,
    };
  });
}

/** The newest entry has a message of that METHOD. */
export async function hasMethod(play: Play, box: Box, method: string): Promise<void> {
  await expectNewest(play, box, `METHOD:${method}`, ({ data }) => {
    const found = methodOf(calendarIn(data)) ?? '(none)';
    return { holds: found === method, actual: `METHOD:${found}` };
  });
}

/** The message of the newest entry lists exactly these Attendees. */
export async function listsAttendees(play: Play, box: Box, people: readonly string[]): Promise<void> {
  await expectNewest(play, box, `ATTENDEE ${people.join(', ')}`, ({ data }) => {
    const [event] = eventsOf(calendarIn(data));
    const listed = event === undefined ? [] : listedIn(event, play.stage.cast);
    return {
      holds: listed.length === people.length && people.every((id) => listed.includes(id)),
      actual: `ATTENDEE ${listed.join(', ') || '(none)'}`,
    };
  });
}

async function expectNewest(
  play: Play,
  box: Box,
  expected: string,
  judge: (entry: BoxEntry) => Finding,
): Promise<void> {
  checkSending(play, box);
  await expectThat(play, `in ${nameOf(play, box)} an entry with ${expected}`, async () => {
    const entry = (await entriesAbout(play, box.who, box.box, box.title)).at(-1);
    if (entry === undefined) return { holds: false, actual: `no entry about "${box.title}"` };
    return { ...ifUnderstood(() => judge(entry)), evidence: entry.data };
  });
}

/** What an Outbox says of sendings proves nothing where nothing is sent. */
function checkSending(play: Play, { box }: Box): void {
  if (box === 'outbox') checkGate(play, 'REQUEST');
}

function nameOf(play: Play, { who, box }: Box): string {
  return `${play.user(who).name}'s ${box === 'inbox' ? 'Inbox' : 'Outbox'}`;
}

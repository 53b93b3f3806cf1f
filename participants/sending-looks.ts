import type { Method } from '../targets/methods.js';
import { Mismatch } from '../targets/outcome-errors.js';
import { everythingArrived, provedAbsent, provedQuiet } from './absence.js';
import { copyEnded, copyInstead } from './copy-instead.js';
import { unlessCovered } from './covered.js';
import { checkGate, expectThat, type Finding } from './look.js';
import type { Play } from './play.js';
import type { SchedulingMessage } from './scheduling-message.js';
import { fits, type Which, wordsFor } from './which.js';

/** Looks at whether messages are sent at all; what stands in them is looked at in message-looks.ts. */

/**
 * Everybody named gets a message of that kind: it is composed, and it leaves. Where the target takes a REQUEST or a
 * CANCEL over without a place in the Inbox, it shows in the copy (copy-instead.ts).
 */
export async function reaches(play: Play, method: Method, people: readonly string[]): Promise<void> {
  checkGate(play, method);
  const names = people.map((id) => play.user(id).name).join(', ');
  const look = async (): Promise<Finding> => {
    const sent = (await play.sent()).latest.filter(
      (message) => message.method === method && play.post.hasLeft(message),
    );
    const unseen = people.filter((id) => !sent.some(({ to }) => to === id));
    const missing = await withoutCopy(play, method, unseen);
    return {
      holds: missing.length === 0,
      actual:
        missing.length === 0
          ? 'all of them'
          : `none to ${missing.map((id) => play.user(id).name).join(', ')}`,
      evidence: sent[0]?.transit.data,
    };
  };
  const wanted = people.map((to) => ({ method, to }));
  const isOver = async () => {
    const arrived = await Promise.all(wanted.map((which) => everythingArrived(play, which)));
    return arrived.every(Boolean);
  };
  await unlessCovered(play, wanted, () => expectThat(play, `a ${method} to ${names}`, look, isOver));
}

async function withoutCopy(play: Play, method: Method, people: readonly string[]): Promise<string[]> {
  const shows = async (to: string): Promise<boolean> =>
    method === 'CANCEL' ? copyEnded(play, to) : (await copyInstead(play, { method, to })) !== undefined;
  const taken = await Promise.all(people.map(shows));
  return people.filter((_, index) => taken[index] === false);
}

/** Nobody sends such a message: proved, not waited for (see absence.ts). */
export async function isNotSent(play: Play, which: Which): Promise<void> {
  const found = (await provedAbsent(play, which)) ?? (await takenOver(play, which));
  if (found === undefined) return;
  throw new Mismatch(`no ${wordsFor(play, which)}`, `a ${found.method} to ${found.to}`, found.transit.data);
}

/** A REQUEST that shows in the copy alone. A CANCEL changes the copy, too. */
async function takenOver(play: Play, which: Which): Promise<SchedulingMessage | undefined> {
  const { latest } = await play.sent();
  if (latest.some((message) => fits(message, { ...which, method: 'CANCEL' }))) return undefined;
  const instead = (await copyInstead(play, which))?.message;
  return instead !== undefined && fits(instead, which) ? instead : undefined;
}

/** The last message that arrived made the target send nothing: proved by quiescence. */
export async function nothingInReturn(play: Play): Promise<void> {
  const expected = 'no scheduling message in return';
  if ((await play.sentInReturn()).length === 0) await provedQuiet(play, expected);
  await expectThat(play, expected, async () => {
    const [first] = await play.sentInReturn();
    return {
      holds: first === undefined,
      actual: first === undefined ? 'none' : `a ${first.method} to ${first.to}`,
      evidence: first?.transit.data,
    };
  });
}

import { Inconclusive, Mismatch } from '../targets/outcome-errors.js';
import type { Play } from './play.js';
import type { SchedulingMessage } from './scheduling-message.js';
import { fits, type Which, wordsFor } from './which.js';

/**
 * Some servers keep one message about an event in an Inbox and put each later one in its place. Of two that one action
 * makes them send, only the second can be seen: what is not there may have been sent and covered.
 */

/**
 * Throws Inconclusive where no such message is seen, but one of another kind about the event has come since the last
 * action and lies where it may have covered it. Of several of one kind from one sender the last one counts in any case.
 */
export async function checkUncovered(play: Play, which: Which): Promise<void> {
  const { latest } = await play.sent();
  if (latest.some((message) => fits(message, which))) return;
  const covers = latest.filter((message) => message.transit.mayCover === true && isOther(message, which));
  if (covers.length === 0) return;
  const { uid, organizer } = play.currentMeeting();
  const to = which.to ?? (which.method === 'REPLY' ? organizer : undefined);
  const cover = covers.find((message) => message.uid === uid && (to === undefined || message.to === to));
  if (cover === undefined) return;
  throw new Inconclusive(
    `${wordsFor(play, which)}: the Inbox keeps one message about an event, and the ${cover.method} that lies there ` +
      'may have taken its place',
  );
}

function isOther(message: SchedulingMessage, { method, from }: Which): boolean {
  return message.method !== method || (from !== undefined && message.from !== from);
}

/** Looks for messages. That one of them is missing counts only where none can have covered it. */
export async function unlessCovered(
  play: Play,
  wanted: readonly Which[],
  look: () => Promise<void>,
): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (error instanceof Mismatch) for (const which of wanted) await checkUncovered(play, which);
    throw error;
  }
}

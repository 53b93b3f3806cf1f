import { Inconclusive } from '../targets/outcome-errors.js';
import type { Target } from '../targets/target.js';
import { checkUncovered } from './covered.js';
import { sendMarkers } from './marker.js';
import type { Meeting } from './meeting.js';
import type { Play } from './play.js';
import { gateOf } from './post.js';
import type { SchedulingMessage } from './scheduling-message.js';
import { waitFor } from './wait.js';
import { fits, type Which, wordsFor } from './which.js';

/** Markers sent in a row to learn whether a channel keeps their order. */
const CALIBRATION = 3;

/** What is known of the channels of a target: true where messages arrive first in, first out. */
const calibrated = new WeakMap<Target, Map<string, boolean>>();

/**
 * Looks for a message that should not have been sent since the last action. Its absence is proved where the target
 * says that nothing is under way any more; elsewhere by a later marker: a message of the same kind to the same
 * Recipient on a channel that keeps the order. When the marker is there, whatever was sent before it is there too.
 *
 * @returns the message if there is one
 * @throws Inconclusive when the marker does not arrive, the channel does not keep the order, or something else lies
 *   where the message would have been seen
 */
export async function provedAbsent(play: Play, which: Which): Promise<SchedulingMessage | undefined> {
  const find = async () => (await play.sent()).latest.find((message) => fits(message, which));
  if (play.has('quiescence') && (await play.stage.settle())) return find();
  const before = await find();
  if (before !== undefined) return before;
  await awaitMarker(play, which);
  const found = await find();
  // A REQUEST that moves an event shows in the copies, too, whatever comes after it.
  if (found === undefined && which.start === undefined) await checkUncovered(play, which);
  return found;
}

/**
 * Whether every message of that kind which was sent so far can be seen now: proved as for an absence, so that a look
 * which fails need not wait for one that fits better. False when it cannot be proved.
 */
export async function everythingArrived(play: Play, which: Which): Promise<boolean> {
  if (play.has('quiescence') && (await play.stage.settle())) return true;
  try {
    await awaitMarker(play, which);
    return true;
  } catch (error) {
    if (error instanceof Inconclusive) return false;
    throw error;
  }
}

/**
 * Whether whatever the other side has sent to somebody about a meeting has been processed, so that what the copy
 * tells of the event is final: to an Attendee everything from the Organizer, to the Organizer every answer. It says
 * nothing of what is passed on, like the answers of other Attendees. False when it cannot be proved.
 */
export async function calendarIsFinal(play: Play, who: string, meeting: Meeting): Promise<boolean> {
  if (play.has('hold-messages')) return false;
  const here = meeting.attendees.filter((id) => play.user(id).placement === 'target');
  const channels: Which[] =
    who === meeting.organizer
      ? here.map((from) => ({ method: 'REPLY', from, to: who }))
      : [
          { method: 'REQUEST', to: who },
          { method: 'CANCEL', to: who },
        ];
  for (const channel of channels) {
    const closed = play.lane.gateClosed(gateOf(channel.method), play.scenarioId) !== undefined;
    if (closed || !(await everythingArrived(play, channel))) return false;
  }
  return channels.length > 0;
}

/** Sends a marker and waits for it. Throws Inconclusive when it does not arrive or arriving proves nothing. */
async function awaitMarker(play: Play, which: Which): Promise<void> {
  const endpoints = channelOf(play, which);
  // What a simulated counterpart sends has been processed when it is delivered, and nothing else comes from there.
  if (play.stage.cast.get(endpoints.from)?.placement === 'harness') return;
  const channel = nameOf(which, endpoints);
  if (play.proved.has(channel)) return;
  if (!(await keepsOrder(play, which, endpoints))) {
    throw new Inconclusive(`${wordsFor(play, which)}: the channel does not keep the order of messages`);
  }
  /** Those that have just shown whether it does are markers themselves. */
  if (play.proved.has(channel)) return;
  await arrival(play, which, await sendMarkers(play, which.method, endpoints, 1));
  play.proved.add(channel);
}

function nameOf({ method }: Which, { from, to }: Channel): string {
  return `${method} ${from} ${to}`;
}

/**
 * Makes sure that nothing is under way any more, for what cannot be proved by a marker.
 *
 * @throws Inconclusive when the target cannot tell
 */
export async function provedQuiet(play: Play, expected: string): Promise<void> {
  if (play.has('quiescence') && (await play.stage.settle())) return;
  throw new Inconclusive(`${expected}: the target cannot tell whether anything is still under way`);
}

interface Channel {
  readonly from: string;
  readonly to: string;
}

/**
 * Who sends and who receives: the Organizer's messages come from the Organizer, a REPLY goes there. What should not
 * come to the Organizer would come from an Attendee.
 */
function channelOf(play: Play, { method, from, to }: Which): Channel {
  const { organizer, attendees } = play.currentMeeting();
  const other = attendees[0] ?? organizer;
  if (method === 'REPLY') return { from: from ?? other, to: to ?? organizer };
  return { from: from ?? (to === organizer ? other : organizer), to: to ?? other };
}

async function keepsOrder(play: Play, which: Which, { from, to }: Channel): Promise<boolean> {
  const known = calibrated.get(play.lane.target) ?? new Map<string, boolean>();
  calibrated.set(play.lane.target, known);
  const channel = nameOf(which, { from, to });
  const found = known.get(channel) ?? (await calibrate(play, which, { from, to }));
  known.set(channel, found);
  return found;
}

async function calibrate(play: Play, which: Which, endpoints: Channel): Promise<boolean> {
  const uids = await sendMarkers(play, which.method, endpoints, CALIBRATION);
  const ordered = (await arrival(play, which, uids)).every((seen) => isPrefix(seen, uids));
  if (ordered) play.proved.add(nameOf(which, endpoints));
  return ordered;
}

/** Waits until all markers have arrived; returns which of them each look saw. */
async function arrival(play: Play, which: Which, uids: readonly string[]): Promise<string[][]> {
  const looks: string[][] = [];
  const { met } = await waitFor(
    play,
    async () => {
      const arrived = await play.markersArrived(which.method);
      const seen = uids.filter((uid) => arrived.has(uid));
      looks.push(seen);
      return seen;
    },
    (seen) => seen.length === uids.length,
  );
  if (!met)
    throw new Inconclusive(`${wordsFor(play, which)}: the marker that should prove its absence is not there`);
  return looks;
}

function isPrefix(seen: readonly string[], all: readonly string[]): boolean {
  return seen.every((uid, index) => uid === all[index]);
}

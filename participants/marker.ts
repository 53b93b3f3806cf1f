import type { Method } from '../targets/methods.js';
import { Inconclusive } from '../targets/outcome-errors.js';
import type { Intent } from '../targets/target.js';
import type { Play } from './play.js';
import { waitFor } from './wait.js';

/** When markers take place; long after every meeting of the suite. */
const START = { local: '2030-06-03T10:00:00', zone: 'UTC' };
const END = { local: '2030-06-03T11:00:00', zone: 'UTC' };

/**
 * Makes the target send messages of that kind, each about a meeting of its own, which no look counts.
 *
 * @returns UIDs of these meetings, in the order of sending
 * @throws Inconclusive when the target refuses, or the REQUEST that a REPLY answers never arrives
 */
export async function sendMarkers(
  play: Play,
  method: Method,
  { from, to }: { readonly from: string; readonly to: string },
  count: number,
): Promise<string[]> {
  const [organizer, attendee] = method === 'REPLY' ? [to, from] : [from, to];
  const uids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const uid = play.newUid();
    play.markers.add(uid);
    uids.push(uid);
    const who = { actor: organizer, attendees: [attendee] };
    await carriedOut(play, { kind: 'invite', ...who, uid, summary: 'Marker', start: START, end: END });
  }
  if (method === 'CANCEL')
    for (const uid of uids) await carriedOut(play, { kind: 'cancel', actor: organizer, uid });
  if (method === 'REPLY') await answerEach(play, attendee, uids);
  return uids;
}

async function answerEach(play: Play, attendee: string, uids: readonly string[]): Promise<void> {
  const { met } = await waitFor(
    play,
    () => play.markersArrived('REQUEST'),
    (arrived) => uids.every((uid) => arrived.has(uid)),
  );
  if (!met) throw new Inconclusive('the REQUEST of the marker meeting did not arrive');
  await play.post.deliverMarkers(uids);
  for (const uid of uids) await carriedOut(play, { kind: 'accept', actor: attendee, uid });
}

async function carriedOut(play: Play, intent: Intent): Promise<void> {
  const result = await play.stage.act(intent);
  if (!result.accepted) throw new Inconclusive(`the target refused a marker meeting: ${result.reason}`);
}

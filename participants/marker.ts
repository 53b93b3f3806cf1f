import { Inconclusive } from '../targets/outcome-errors.js';
import type { Intent } from '../targets/target.js';
import type { Play } from './play.js';
import type { Method } from './scheduling-message.js';
import { waitFor } from './wait.js';

/** When markers take place; long after every meeting of the suite. */
const START = { local: '2030-06-03T10:00:00', zone: 'UTC' };
const END = { local: '2030-06-03T11:00:00', zone: 'UTC' };

/**
 * Makes the target send a message of that kind about a meeting of its own, which no look counts.
 *
 * @returns UID of that meeting
 * @throws Inconclusive when the target refuses, or the REQUEST that a REPLY answers never arrives
 */
export async function sendMarker(play: Play, method: Method, from: string, to: string): Promise<string> {
  const uid = play.newUid();
  play.markers.add(uid);
  const organizer = method === 'REPLY' ? to : from;
  const attendee = method === 'REPLY' ? from : to;
  const invite = {
    kind: 'invite',
    actor: organizer,
    uid,
    attendees: [attendee],
    start: START,
    end: END,
  } as const;
  await carriedOut(play, { ...invite, summary: 'Marker' });
  if (method === 'CANCEL') await carriedOut(play, { kind: 'cancel', actor: organizer, uid });
  if (method === 'REPLY') {
    const { met } = await waitFor(
      play,
      () => play.markersArrived('REQUEST'),
      (arrived) => arrived.has(uid),
    );
    if (!met) throw new Inconclusive('the REQUEST of the marker meeting did not arrive');
    await carriedOut(play, { kind: 'accept', actor: attendee, uid });
  }
  return uid;
}

async function carriedOut(play: Play, intent: Intent): Promise<void> {
  const result = await play.stage.act(intent);
  if (!result.accepted) throw new Inconclusive(`the target refused a marker meeting: ${result.reason}`);
}

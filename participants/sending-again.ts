import { Blocked } from '../targets/outcome-errors.js';
import { requestsTo, sentTo } from './organizer.js';
import type { Play } from './play.js';
import { type Expected, SENT_AGAIN } from './post.js';

/** What an Organizer sends of a meeting that has not changed, or writes down without sending anything. */

/** Who does it and who gets it, where not the usual ones. */
export interface Sending {
  /** User ids of those who get it. */
  readonly recipients?: readonly string[];
  /** User id of the secretary who does it in the Organizer's name. */
  readonly by?: string;
}

/** Sends the meeting again as it is, with the answers that have come; everybody shall confirm, or is just told. */
export async function renotify(
  play: Play,
  actor: string,
  title: string,
  asking: boolean,
  { recipients, by }: Sending = {},
): Promise<void> {
  checkSentAgain(play);
  const { uid, attendees } = play.meeting(title);
  const who = by === undefined ? { actor } : { actor: by, onBehalfOf: actor };
  await play.act(
    { kind: 'renotify', ...who, uid, asking, ...sentTo(play, recipients) },
    requestsTo(recipients ?? attendees),
  );
}

/** Sends a meeting to those who need not answer. */
export async function publish(
  play: Play,
  actor: string,
  title: string,
  recipients: readonly string[],
): Promise<void> {
  const { uid } = play.meeting(title);
  const expected = recipients.map((to): Expected => ({ method: 'PUBLISH', to }));
  await play.act({ kind: 'publish', actor, uid, ...sentTo(play, recipients) }, expected);
}

/** Writes down an answer that came in no message. */
export async function noteAnswer(
  play: Play,
  actor: string,
  title: string,
  attendee: string,
  partstat: string,
): Promise<void> {
  const { uid } = play.meeting(title);
  await play.act({ kind: 'note-answer', actor, uid, attendee, partstat }, []);
}

/** Asks single Attendees for their present status. */
export async function poll(
  play: Play,
  actor: string,
  attendees: readonly string[],
  title: string,
): Promise<void> {
  checkSentAgain(play);
  const { uid } = play.meeting(title);
  await play.act({ kind: 'status-poll', actor, uid, attendees }, requestsTo(attendees));
}

/**
 * Under the implicit driver one parameter says both (RFC 6638 section 7.2). Throws Blocked where it is known to do
 * nothing: what stands in the messages cannot be told then.
 */
function checkSentAgain({ lane, scenarioId }: Play): void {
  if (lane.target.description.driver !== 'implicit') return;
  const closed = lane.gateClosed(SENT_AGAIN, scenarioId);
  if (closed !== undefined) throw new Blocked(closed);
}

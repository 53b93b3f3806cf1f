import type { Meeting } from './meeting.js';

/** Whether somebody is played by the harness. */
type IsSimulated = (userId: string) => boolean;

/**
 * What has happened about the events of a scenario, as far as it tells that a copy can change no more. What a simulated
 * counterpart sends has been processed when it is delivered; so nothing is under way to somebody whom only counterparts
 * write to, unless that one has done something since.
 */
export class FinalCopies {
  readonly #actors = new Map<string, Set<string>>();
  /** By UID, to whom the last message came, unless somebody has acted since. */
  readonly #cameTo = new Map<string, string>();

  /** Somebody on the target does something about an event. */
  acted(userId: string, uid: string): void {
    this.#actors.set(uid, (this.#actors.get(uid) ?? new Set()).add(userId));
    this.#cameTo.delete(uid);
  }

  /** A message of a simulated counterpart about an event has been delivered to somebody. */
  came(userId: string, uid: string): void {
    this.#cameTo.set(uid, userId);
  }

  /** Whether nothing can change the copy of a meeting any more that one of its people has. */
  isFinal(userId: string, { uid, organizer, attendees }: Meeting, isSimulated: IsSimulated): boolean {
    if (this.#cameTo.get(uid) !== userId) return false;
    const senders = userId === organizer ? attendees.filter((id) => id !== userId) : [organizer];
    const others = [...(this.#actors.get(uid) ?? [])].filter((id) => id !== userId);
    return others.length === 0 && senders.every(isSimulated);
  }
}

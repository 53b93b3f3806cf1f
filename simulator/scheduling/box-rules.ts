import type { JCalComponent } from '../icalendar/jcal.js';
import type { Entry } from '../itip/entry.js';
import { meetingEnd } from './meeting-end.js';

/** What the Inboxes and Outboxes keep, for how long, and what goes when an entry is deleted. */
export interface BoxRules {
  /** Whether a message takes effect when it arrives: where the service processes Inboxes and not the CUA. */
  processesOnArrival(processing: 'server' | 'client'): boolean;
  /** Whether a message that was processed is processed once more when somebody asks for it. */
  processesAgain(): boolean;
  /** Whether a user hears of a message: of each one that had an effect, also of one that only repeats the event. */
  notifies(isNews: boolean): boolean;
  /** When a meeting is over, UTC; undefined when that is never known: see `meetingEnd`. */
  endOfMeeting(calendar: JCalComponent): string | undefined;
  /**
   * Until when the entries about a meeting are kept.
   *
   * @param ends of what is known of it: undefined for one without end
   * @param isCancelled whether the meeting was called off; that does not shorten it
   */
  keptUntil(ends: readonly (string | undefined)[], isCancelled: boolean): string | undefined;
  /** Whether an entry whose time has come goes. */
  purges(box: 'inbox' | 'outbox'): boolean;
  /** The event in the calendar after the Inbox or Outbox entry about it was deleted: as it was. */
  entryAfterDeletion(entry: Entry): Entry | undefined;
  /** What is remembered of an event over a restart: all. */
  entryRemembered(entry: Entry): Entry;
}

export const boxRules: BoxRules = {
  processesOnArrival: (processing) => processing === 'server',
  processesAgain: () => false,
  notifies: () => true,
  endOfMeeting: meetingEnd,
  keptUntil: (ends) => {
    const known = ends.filter((end) => end !== undefined);
    return known.length < ends.length ? undefined : known.sort().at(-1);
  },
  purges: () => true,
  entryAfterDeletion: (entry) => entry,
  entryRemembered: (entry) => entry,
};

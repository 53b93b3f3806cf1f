import type { JCalComponent } from '../icalendar/jcal.js';
import type { Entry } from '../itip/entry.js';
import type { Decision } from '../itip/outcome.js';
import type { BoxItem, ItemState } from './box-item.js';
import { meetingEnd } from './meeting-end.js';
import { newestOf } from './newest-messages.js';

/** What the Inboxes and Outboxes keep, for how long, and what goes when an entry is deleted. */
export interface BoxRules {
  /** Whether a message takes effect when it arrives: where the service processes Inboxes and not the CUA. */
  processesOnArrival(processing: 'server' | 'client'): boolean;
  /** The entries that a client processes in the order in which it does: as they came. */
  processingOrder(waiting: readonly BoxItem[]): readonly BoxItem[];
  /** Whether a message that was processed is processed once more when somebody asks for it. */
  processesAgain(): boolean;
  /** Whether a message takes no effect by itself, but waits for what the user does about it. */
  isLeftToUser(method: string): boolean;
  /** State of an Inbox entry after the message was processed: failed only where it cannot be. */
  stateAfter(outcome: Outcome): ItemState;
  /** Earlier Inbox entries that a message takes the place of: none, each message has its own. */
  displaced(arriving: BoxItem, earlier: () => readonly BoxItem[]): readonly BoxItem[];
  /** Whether a user hears of a message: of each one that had an effect, also of one that only repeats the event. */
  notifies(outcome: Outcome, isNews: boolean): boolean;
  /**
   * State of a sending as it is listed.
   *
   * @param state by its Recipients
   * @param isRepeated whether the same revision was sent before; that makes no difference
   */
  stateOfSending(state: ItemState, isRepeated: () => boolean): ItemState;
  /** When a meeting is over, UTC; undefined when that is never known: see `meetingEnd`. */
  endOfMeeting(calendar: JCalComponent): string | undefined;
  /**
   * Until when the entries about a meeting are kept.
   *
   * @param ends of what is known of it: undefined for one without end
   * @param isCancelled whether the meeting was called off; that does not shorten it
   */
  keptUntil(ends: readonly (string | undefined)[], isCancelled: boolean): string | undefined;
  /** What of a meeting counts for its end: what calendars have of it now, and only without them the newest messages. */
  endKnownFrom(
    stored: readonly JCalComponent[],
    messages: () => readonly JCalComponent[],
  ): readonly JCalComponent[];
  /**
   * Whether an entry goes when boxes are cleaned up.
   *
   * @param isOver whether the meeting that it is about is over; others stay
   */
  purges(box: 'inbox' | 'outbox', isOver: boolean): boolean;
  /** The event in the calendar after the Inbox or Outbox entry about it was deleted: as it was. */
  entryAfterDeletion(entry: Entry): Entry | undefined;
  /** What is remembered of an event over a restart: all. */
  entryRemembered(entry: Entry): Entry;
}

/** What came of a message that was processed. */
type Outcome = Decision<unknown>['outcome'];

const LEFT_TO_USER: readonly string[] = ['ADD', 'COUNTER', 'DECLINECOUNTER'];

export const boxRules: BoxRules = {
  processesOnArrival: (processing) => processing === 'server',
  processingOrder: (waiting) => waiting,
  processesAgain: () => false,
  isLeftToUser: (method) => LEFT_TO_USER.includes(method),
  stateAfter: (outcome) => (outcome === 'rejected' ? 'failed' : 'processed'),
  displaced: () => [],
  notifies: (outcome) => outcome === 'applied',
  stateOfSending: (state) => state,
  endOfMeeting: meetingEnd,
  keptUntil: (ends) => {
    const known = ends.filter((end) => end !== undefined);
    return known.length < ends.length ? undefined : known.sort().at(-1);
  },
  endKnownFrom: (stored, messages) => (stored.length > 0 ? stored : newestOf(messages())),
  purges: (_box, isOver) => isOver,
  entryAfterDeletion: (entry) => entry,
  entryRemembered: (entry) => entry,
};

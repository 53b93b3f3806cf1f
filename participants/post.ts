import type { Method } from '../targets/methods.js';
import type { SchedulingMessage } from './scheduling-message.js';

/** Who should hear of an action, by which kind of message. */
export interface Expected {
  readonly method: Method;
  /** User id of who acts, where somebody does. */
  readonly from?: string;
  /** User id of the Recipient. */
  readonly to: string;
}

/** One message among those on the way: the nth of its kind for its Recipient or from its Originator. */
export interface Pick {
  /** Of any kind when missing. */
  readonly method?: Method;
  readonly from?: string;
  readonly to?: string;
  /** Counted from 1 in the order of sending; the last one when missing. */
  readonly ordinal?: number;
  /** True for one that has arrived before and arrives once more. */
  readonly again?: boolean;
}

/** How scheduling messages of one scenario get from Originator to Recipient. */
export interface Post {
  /** Must be called before an action that makes the target send something. */
  beforeAction(expected: readonly Expected[]): Promise<void>;
  /** Must be called after it. */
  afterAction(): Promise<void>;
  /**
   * Lets every message of that kind arrive that is still on the way.
   *
   * @returns user ids of those who should have got one and did not; `nobody` when none was on the way
   */
  deliverEvery(method: Method): Promise<readonly string[]>;
  /** Lets one message arrive, or arrive once more. Throws Blocked when it was never sent. */
  deliver(pick: Pick): Promise<void>;
  /** Whether a message that the target composed has left it. */
  hasLeft(message: SchedulingMessage): boolean;
  /** Puts a message of a simulated counterpart on the way. */
  put(message: SchedulingMessage): void;
  /** The newest message of a kind that has arrived at a user. */
  lastArrived(method: Method, to: string): SchedulingMessage | undefined;
  /** Lets what was sent about these meetings arrive, which only prove something. */
  deliverMarkers(uids: readonly string[]): Promise<void>;
  /** Must be called when the scenario is over: tells the trace what has not arrived by then. */
  end(): void;
}

/** The gate on which the arrival of such messages of the target depends. */
export function gateOf(method: string): string {
  return `${method.toLowerCase()}-delivered`;
}

/** The gate on which it depends that a meeting which has not changed can be sent again at all. */
export const SENT_AGAIN = 'request-sent-again';

/** The gate on which the arrival of messages depends that a simulated counterpart composed. */
export const TAKEN_IN = 'message-taken-in';

/** The gate on which it depends that a simulated counterpart gets what a target sends that delivers by itself. */
export const SENT_OUT = 'message-sent-out';

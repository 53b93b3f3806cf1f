import type { JCalComponent } from '../icalendar/jcal.js';

/** A scheduling message on its way from one Originator to one Recipient. */
export interface Travelling {
  readonly id: string;
  readonly originator: string;
  readonly recipient: string;
  readonly calendar: JCalComponent;
}

/** The in-memory network: messages lie in it, in order of sending, until somebody takes them. */
export interface Network {
  send(originator: string, recipient: string, calendar: JCalComponent): Travelling;
  /** Takes all messages that were sent since the last call, oldest first. */
  drain(): Travelling[];
}

/** An empty network. Ids count from `message-1`, so a run repeats itself exactly. */
export function createNetwork(): Network {
  let sent = 0;
  let waiting: Travelling[] = [];
  return {
    send(originator, recipient, calendar) {
      sent += 1;
      const message = { id: `message-${sent}`, originator, recipient, calendar };
      waiting.push(message);
      return message;
    },
    drain() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

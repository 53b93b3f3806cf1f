import type { CalendarUser, ObservedMessage, Trace } from '../target.js';
import { traceArrival } from './arrival.js';
import type { Resource } from './dav.js';
import { nameIn, toldBy } from './stored-object.js';

/** The scheduling messages that were seen in the Inboxes of a scenario; they stay when the server removes them. */
export class InboxLog {
  readonly #trace: Trace;
  readonly #replaces: boolean;
  readonly #messages = new Map<string, ObservedMessage>();

  /** @param replaces whether the server is known to put later messages about an event in the place of earlier ones */
  constructor(trace: Trace, replaces: boolean) {
    this.#trace = trace;
    this.#replaces = replaces;
  }

  /** All messages so far, in the order in which they were seen. */
  get messages(): readonly ObservedMessage[] {
    return [...this.#messages.values()];
  }

  /** Takes in what lies in a user's Inbox now. */
  note(user: CalendarUser, inbox: readonly Resource[]): void {
    for (const { url, data } of inbox) {
      const place = `${user.id}:${nameIn(url)}`;
      const id = this.#idFor(place, data);
      if (this.#messages.has(id)) continue;
      const recipient = user.addresses[0] ?? '';
      const { method, originator } = toldBy(data);
      const mayCover = this.#replaces || id !== place ? { mayCover: true } : {};
      const seen = { id, originator, recipient, data, ...mayCover } as const;
      const message = { ...seen, composedBy: 'target', channel: 'inbox' } as const;
      this.#messages.set(id, message);
      traceArrival(this.#trace, user, message, method);
    }
  }

  /** Some servers put a message in the place of the one before it: the name alone does not tell them apart. */
  #idFor(name: string, data: string): string {
    let id = name;
    for (let count = 2; ; count += 1) {
      const known = this.#messages.get(id);
      if (known === undefined || known.data === data) return id;
      id = `${name} (${count})`;
    }
  }
}

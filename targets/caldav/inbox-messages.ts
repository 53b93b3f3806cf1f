import { sameAddress } from '../../simulator/icalendar/read.js';
import type { CalendarUser, ObservedMessage, Trace } from '../target.js';
import { toldBy } from '../told-by.js';
import { traceArrival } from './arrival.js';
import type { Resource } from './dav.js';
import type { Member } from './member.js';
import { nameIn } from './stored-object.js';

/** The scheduling messages of one scenario that were seen in Inboxes, each once, in that order. */
export class InboxMessages {
  readonly #trace: Trace;
  readonly #others: readonly string[];
  readonly #messages = new Map<string, ObservedMessage>();

  /** @param others Calendar Users who are not on the server: what they sent is not the server's */
  constructor(trace: Trace, others: readonly CalendarUser[]) {
    this.#trace = trace;
    this.#others = others.flatMap(({ addresses }) => addresses);
  }

  all(): readonly ObservedMessage[] {
    return [...this.#messages.values()];
  }

  note({ user }: Member, inbox: readonly Resource[]): void {
    for (const { url, data } of inbox) {
      const { method, originator } = toldBy(data);
      if (this.#others.some((address) => sameAddress(address, originator))) continue;
      const id = this.#idFor(`${user.id}:${nameIn(url)}`, data);
      if (this.#messages.has(id)) continue;
      const recipient = user.addresses[0] ?? '';
      const message = { id, originator, recipient, data, composedBy: 'target', channel: 'inbox' } as const;
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

import { sameAddress } from '../../simulator/icalendar/read.js';
import type { CalendarUser, ObservedMessage, Trace } from '../target.js';
import { toldBy } from '../told-by.js';
import { traceArrival } from './arrival.js';
import type { Resource } from './dav.js';
import type { MailEntry } from './mail-inbox.js';
import { nameIn } from './stored-object.js';

/** The scheduling messages that were seen in the Inboxes of a scenario; they stay when the server removes them. */
export class InboxLog {
  readonly #trace: Trace;
  readonly #replaces: boolean;
  readonly #others: readonly string[];
  readonly #messages = new Map<string, ObservedMessage>();

  /**
   * @param replaces whether the server is known to put later messages about an event in the place of earlier ones
   * @param others Calendar Users who are not on the server: what they sent is not the server's
   */
  constructor(trace: Trace, replaces: boolean, others: readonly CalendarUser[] = []) {
    this.#trace = trace;
    this.#replaces = replaces;
    this.#others = others.flatMap(({ addresses }) => addresses);
  }

  /** All messages so far, in the order in which they were seen. */
  get messages(): readonly ObservedMessage[] {
    return [...this.#messages.values()];
  }

  /**
   * Takes in what lies in a user's Inbox now, or has come by mail.
   *
   * @param isKnown whether an address is that of somebody in the cast: then the sender of a mail is its Originator; a
   *   server may as well send all mail under an address of its own, and then the message alone tells who sent it
   */
  note(
    user: CalendarUser,
    inbox: readonly (Resource | MailEntry)[],
    isKnown: (address: string) => boolean = () => false,
  ): void {
    for (const entry of inbox) {
      const { url, data } = entry;
      const place = `${user.id}:${nameIn(url)}`;
      const id = this.#idFor(place, data);
      if (this.#messages.has(id)) continue;
      const recipient = user.addresses[0] ?? '';
      const { method, originator: told } = toldBy(data);
      const sender = 'sender' in entry && isKnown(entry.sender) ? entry.sender : undefined;
      const originator = sender ?? told;
      if (this.#others.some((address) => sameAddress(address, originator))) continue;
      const isMail = 'sender' in entry;
      const channel = sender === undefined ? 'inbox' : 'mail';
      const mayCover = !isMail && (this.#replaces || id !== place) ? { mayCover: true } : {};
      const seen = { id, originator, recipient, data, ...mayCover } as const;
      const message = { ...seen, composedBy: 'target', channel } as const;
      this.#messages.set(id, message);
      traceArrival(this.#trace, user, message, method, isMail ? 'mail' : 'inbox');
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

import { canonicalAddress } from '../../simulator/icalendar/read.js';
import { ImipRefused } from '../../simulator/transport/imip/imip-refused.js';
import { calendarAddressOf } from '../../simulator/transport/imip/mailbox.js';
import { readMail } from '../../simulator/transport/imip/read-mail.js';
import type { ArrivedMail, MailOut } from '../imip/ends.js';
import { openSinkMail, type SinkPlace } from '../imip/sink-mail.js';
import { hostInUrl, isLoopback } from '../loopback.js';
import { UsageError } from '../outcome-errors.js';
import type { CalendarUser } from '../target.js';
import type { Resource } from './dav.js';
import type { Uids } from './member.js';
import { uidIn } from './stored-object.js';

/** How the addresses of entries begin. */
const MAIL = 'mail:';

/** A scheduling message as it came by mail. */
export interface MailEntry extends Resource {
  /** Calendar address of the sender in the SMTP envelope. */
  readonly sender: string;
}

interface Kept extends MailEntry {
  readonly to: ReadonlySet<string>;
}

/**
 * The scheduling messages that a server sends by mail (RFC 6047), as if they lay in the Inboxes of those who get them:
 * for servers that deliver into calendars and leave the Inboxes empty.
 */
export class MailInbox {
  readonly #sink: MailOut;
  readonly #byUid = new Map<string, Kept[]>();
  #reading: Promise<void> = Promise.resolve();
  #taken = 0;

  private constructor(sink: MailOut) {
    this.#sink = sink;
  }

  /**
   * Begins to take in mail. Several can be open at one place; all of them see all mail that comes from then on.
   *
   * @param allowRemote whether mail may come from other machines
   * @throws UsageError when something else listens there, or other machines could send mail unasked
   */
  static async open(place: SinkPlace, allowRemote = false): Promise<MailInbox> {
    if (!allowRemote && !isLoopback(`smtp://${hostInUrl(place.host)}`)) {
      throw new UsageError(
        `mailSink.host ${place.host} can be reached from other machines; name 127.0.0.1, or set "allowRemote: true" ` +
          'in the target file if they may send mail there',
      );
    }
    return new MailInbox(await openSinkMail(place, 'mailSink'));
  }

  /** The messages to a user about events of a scenario, in the order of arrival. */
  async of({ addresses }: CalendarUser, uids: Uids): Promise<MailEntry[]> {
    await this.#readNew();
    const own = addresses.map(canonicalAddress);
    return [...uids]
      .flatMap((uid) => this.#byUid.get(uid) ?? [])
      .filter(({ to }) => own.some((address) => to.has(address)))
      .toSorted((one, other) => numberIn(one) - numberIn(other));
  }

  /** Takes in no more. Safe to call twice. */
  close(): Promise<void> {
    return this.#sink.close();
  }

  /** One look after the other, so that the mails keep their order. */
  #readNew(): Promise<void> {
    this.#reading = this.#reading.then(async () => {
      for (const mail of await this.#sink.arrivals()) {
        this.#taken += 1;
        for (const data of await messagesIn(mail)) this.#keep(mail, data);
      }
    });
    return this.#reading;
  }

  #keep({ from, to }: ArrivedMail, data: string): void {
    const uid = uidIn(data);
    const recipients = new Set(to.map((address) => canonicalAddress(calendarAddressOf(address))));
    const known = this.#byUid.get(uid) ?? [];
    known.push({ url: `${MAIL}${this.#taken}`, data, to: recipients, sender: calendarAddressOf(from) });
    this.#byUid.set(uid, known);
  }
}

function numberIn({ url }: Resource): number {
  return Number(url.slice(MAIL.length));
}

/** iCalendar texts with a METHOD in a mail; what is no readable mail, or brings none, is no scheduling message. */
async function messagesIn({ raw }: ArrivedMail): Promise<string[]> {
  const parts = await readMail(raw).then(
    (mail) => mail.parts,
    (error: unknown) => {
      if (error instanceof ImipRefused) return [];
      throw error;
    },
  );
  const texts = parts.flatMap(({ calendar }) => calendar ?? []);
  return [...new Set(texts)].filter((text) => /^METHOD:/im.test(text));
}

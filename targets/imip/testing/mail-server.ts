import { uidOf } from '../../../simulator/icalendar/read.js';
import { decodeImip } from '../../../simulator/transport/imip/decode.js';
import { encodeImip } from '../../../simulator/transport/imip/encode.js';
import { sendMail } from '../../../simulator/transport/smtp/sender.js';
import type { CalendarCopy, CalendarUser, ObservedMessage } from '../../target.js';
import { toldBy } from '../../told-by.js';
import type { StageByUid } from '../handover.js';
import { type SmtpSink, startSmtpSink } from '../smtp-sink.js';

/**
 * A double of a server whose calendars take mail in by LMTP, after some looks, and which sends mail where it is told.
 * What comes in is kept as the copy of its Recipient; SEQUENCE is not its business.
 */
export class MailServer implements StageByUid {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly expected = new Set<string>();
  /** Looks at a calendar until mail shows its effect there. */
  slowness = 0;
  /** True for a server that takes mail and does nothing with it. */
  deaf: boolean = false;
  stored: ObservedMessage[] = [];
  closed = false;
  #looks = 0;
  #sent = 0;
  readonly #in: SmtpSink;
  readonly #out: { readonly host: string; readonly port: number };

  private constructor(cast: readonly CalendarUser[], into: SmtpSink, out: { host: string; port: number }) {
    this.cast = new Map(cast.map((user) => [user.id, user]));
    this.#in = into;
    this.#out = out;
  }

  static async start(
    cast: readonly CalendarUser[],
    out: { host: string; port: number },
  ): Promise<MailServer> {
    return new MailServer(cast, await startSmtpSink({ lmtp: true }), out);
  }

  /** Where it takes mail in. */
  get lmtp(): SmtpSink {
    return this.#in;
  }

  /** Sends a scheduling message as mail. */
  async send(originator: string, recipient: string, calendar: string, to = recipient): Promise<void> {
    this.#sent += 1;
    const raw = await encodeImip({
      ...{ originator, recipient, calendar },
      messageId: `<${this.#sent}@example.com>`,
      date: '2030-01-07T09:00:00Z',
    });
    const envelope = { from: originator.slice('mailto:'.length), to: [to.slice('mailto:'.length)] };
    await sendMail(this.#out, envelope, raw);
  }

  expect(uid: string): void {
    this.expected.add(uid);
  }

  async observe(userId: string) {
    this.#looks += 1;
    const mailbox = this.cast.get(userId)?.addresses[0]?.slice('mailto:'.length) ?? '';
    const due = this.deaf || this.#looks <= this.slowness ? [] : this.#in.mails();
    const copies: CalendarCopy[] = [];
    for (const { raw } of due.filter(({ to }) => to.includes(mailbox))) {
      for (const { text, calendar } of (await decodeImip(raw)).bodies) {
        const uid = uidOf(calendar) ?? '';
        if (this.expected.has(uid)) copies.push({ uid, name: `${uid}.ics`, data: text });
      }
    }
    return { calendar: copies, inbox: [], outbox: [], lastSeen: [] };
  }

  messages() {
    return Promise.resolve(this.stored);
  }

  act() {
    return Promise.resolve({ accepted: true } as const);
  }

  drain() {
    return Promise.resolve([]);
  }

  deliver() {
    return Promise.reject(new Error('it takes messages in by mail alone'));
  }

  settle() {
    return Promise.resolve(false);
  }

  advance() {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.#in.stop();
  }
}

/** A message as the server stores it in an Inbox. */
export function storedMessage(id: string, data: string): ObservedMessage {
  const { originator } = toldBy(data);
  return {
    id,
    originator,
    recipient: 'mailto:anna@example.com',
    data,
    composedBy: 'target',
    channel: 'inbox',
  };
}

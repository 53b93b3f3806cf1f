import { encodeImip } from '../../simulator/transport/imip/encode.js';
import { mailboxOf } from '../../simulator/transport/imip/mailbox.js';
import { Inconclusive, NotExpressible, TargetUnreachable } from '../outcome-errors.js';
import { type Patience, poll } from '../poll.js';
import type { DeliveryReport, MessageInTransit, Observation, Stage } from '../target.js';
import { arrivalMarker } from './arrival-marker.js';
import type { Correspondence } from './correspondence.js';
import type { Login } from './ends.js';

/** Somebody on the server, to whom mail is handed in. */
export interface MailRecipient {
  readonly userId: string;
  readonly login: Login;
}

/** A stage on a server, which looks for events by their UIDs. */
export interface StageByUid extends Stage {
  /** That this event may be there from now on, though nobody has acted on it here. */
  expect(uid: string): void;
}

const NOBODY: Login = { username: '', password: '' };

/** Handing mail to a server, and knowing when it has been processed. */
export class Handover {
  readonly #stage: StageByUid;
  readonly #correspondence: Correspondence;
  readonly #patience: Patience;
  readonly #markers = new Set<string>();
  /** The mail of each message, so that what is handed in again is the same mail again. */
  readonly #mails = new Map<string, Promise<Buffer>>();

  constructor(stage: StageByUid, correspondence: Correspondence, patience: Patience) {
    this.#stage = stage;
    this.#correspondence = correspondence;
    this.#patience = patience;
  }

  /** Whether a UID is that of an event which only proves an arrival. */
  isMarker(uid: string): boolean {
    return this.#markers.has(uid);
  }

  /**
   * Hands a message in and waits until the server has processed it.
   *
   * @param uid of the event that it is about
   * @param to undefined for somebody who is not on the server, whose mail nobody waits for
   * @throws TargetUnreachable when the mail server does not take mail at present
   * @throws Inconclusive when it cannot be known whether the mail was processed
   */
  async deliver(
    message: MessageInTransit,
    uid: string,
    to: MailRecipient | undefined,
  ): Promise<DeliveryReport> {
    this.#stage.expect(uid);
    const report = await this.#handIn(message, uid, to?.login ?? NOBODY);
    if (report.outcome !== 'rejected' && to !== undefined) await this.#awaitMarker(message, uid, to);
    return report;
  }

  async #handIn(message: MessageInTransit, uid: string, owner: Login): Promise<DeliveryReport> {
    const { id, originator, recipient } = message;
    const { in: into } = this.#correspondence;
    if (into === undefined) throw new NotExpressible('the server takes no mail in');
    const raw = this.#mails.get(id) ?? this.#mailOf(message, uid);
    this.#mails.set(id, raw);
    const sent = await into.hand(mailboxOf(originator), mailboxOf(recipient), await raw, owner);
    if (sent.outcome === 'accepted') return { outcome: 'unknown', reason: 'handed in as mail' };
    if (sent.outcome === 'permanent') return { outcome: 'rejected', reason: sent.reason };
    throw new TargetUnreachable(`mail.in: the mail server does not take mail at present: ${sent.reason}`);
  }

  /** A mail as it was sent, else one of ours. UIDs are unique, and ids within a scenario, so Message-IDs are too. */
  #mailOf({ id, originator, recipient, data, raw }: MessageInTransit, uid: string): Promise<Buffer> {
    if (raw !== undefined) return Promise.resolve(Buffer.from(raw, 'latin1'));
    const left = `${id}.${uid.replace(/@.*/, '')}`.replace(/[^\w.-]/g, '-');
    const messageId = `<${left}@${this.#correspondence.domain}>`;
    return encodeImip({ originator, recipient, calendar: data, messageId, date: new Date().toISOString() });
  }

  /** Mail to one user is processed in its order: when a later one shows its effect, the one before has been. */
  async #awaitMarker(
    { originator, recipient }: MessageInTransit,
    uid: string,
    { userId, login }: MailRecipient,
  ): Promise<void> {
    const marker = arrivalMarker({
      uid: uid.replace(/^([^@]*)/, `$1-arrival-${this.#markers.size + 1}`),
      organizer: originator,
      attendee: recipient,
    });
    this.#markers.add(marker.uid);
    this.#stage.expect(marker.uid);
    const { outcome } = await this.#handIn({ id: marker.uid, ...marker }, marker.uid, login);
    const isThere = ({ calendar, inbox }: Observation) =>
      [...calendar, ...inbox].some((found) => found.uid === marker.uid);
    const patience = outcome === 'rejected' ? { deadlineMs: 0 } : this.#patience;
    const { met } = await poll(() => this.#stage.observe(userId), isThere, patience);
    if (met) return;
    throw new Inconclusive(
      'a later mail has not shown its effect, so nobody knows whether this one was processed',
    );
  }
}

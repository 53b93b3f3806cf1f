import { calendarIfReadable } from '../../simulator/icalendar/parse.js';
import { sameAddress, uidOf } from '../../simulator/icalendar/read.js';
import { calendarAddressOf } from '../../simulator/transport/imip/mailbox.js';
import { Inconclusive } from '../outcome-errors.js';
import type { Patience } from '../poll.js';
import type {
  ActResult,
  CalendarUser,
  CastRequest,
  DeliveryReport,
  Intent,
  MessageInTransit,
  Observation,
  ObservedMessage,
  Stage,
  Trace,
} from '../target.js';
import { toldBy } from '../told-by.js';
import type { Correspondence, Letter } from './correspondence.js';
import type { Login } from './ends.js';
import { Handover, type StageByUid } from './handover.js';

export interface MailPlacement {
  readonly stage: StageByUid;
  readonly correspondence: Correspondence;
  /** Those whom the harness plays. */
  readonly counterparts: readonly CalendarUser[];
  /** Logins of the users on the server, by user id. */
  readonly logins: Readonly<Record<string, Login>>;
  readonly patience: Patience;
  readonly trace: Trace;
}

/** Those who live elsewhere: where it is said, else in the domain whose mail reaches the harness. */
export function counterpartsOf(
  { external, elsewhere = {} }: Pick<CastRequest, 'external' | 'elsewhere'>,
  domain: string,
): CalendarUser[] {
  return external.map((name) => {
    const id = name.toLowerCase();
    const addresses = elsewhere[name] ?? [`mailto:${id}@${domain}`];
    return { id, name, addresses, placement: 'harness' };
  });
}

const NOTHING: Observation = { calendar: [], inbox: [], outbox: [], lastSeen: [] };

/**
 * A stage on a server together with Calendar Users of other systems, who exchange mail with it (RFC 6047). What the
 * server sends them waits until the harness delivers it; what they send is handed in when it is delivered.
 */
export class MailStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #placement: MailPlacement;
  readonly #uids = new Set<string>();
  /** In the order in which they were seen. */
  readonly #messages = new Map<string, ObservedMessage>();
  readonly #drained = new Set<string>();
  readonly #handover: Handover;

  constructor(placement: MailPlacement) {
    this.#placement = placement;
    const { stage, correspondence, patience } = placement;
    this.#handover = new Handover(stage, correspondence, patience);
    this.cast = stage.cast;
  }

  act(intent: Intent): Promise<ActResult> {
    if (this.#isCounterpart(intent.actor)) {
      return Promise.reject(
        new Inconclusive(`${intent.actor} is not on the server and ${intent.kind}s nothing there`),
      );
    }
    this.#uids.add(intent.uid);
    return this.#placement.stage.act(intent);
  }

  async drain(): Promise<readonly MessageInTransit[]> {
    const mails = (await this.messages()).filter(
      ({ id, channel }) => channel === 'mail' && !this.#drained.has(id),
    );
    for (const { id } of mails) this.#drained.add(id);
    return mails;
  }

  /**
   * Hands a message to the server as mail, and waits until the server has processed it: until a mail that was handed
   * in after it shows its effect.
   */
  deliver(message: MessageInTransit): Promise<DeliveryReport> {
    const uid = uidIn(message.data);
    this.#uids.add(uid);
    const user = [...this.#placement.stage.cast.values()].find(
      ({ placement, addresses }) =>
        placement === 'target' && addresses.some((address) => sameAddress(address, message.recipient)),
    );
    const login = this.#placement.logins[user?.id ?? ''];
    const to = user === undefined || login === undefined ? undefined : { userId: user.id, login };
    return this.#handover.deliver(message, uid, to);
  }

  settle(): Promise<boolean> {
    return this.#placement.stage.settle();
  }

  async observe(userId: string): Promise<Observation> {
    if (this.#isCounterpart(userId)) return NOTHING;
    const seen = await this.#placement.stage.observe(userId);
    const isOfUse = ({ uid }: { readonly uid: string }) => !this.#handover.isMarker(uid);
    return { ...seen, calendar: seen.calendar.filter(isOfUse), inbox: seen.inbox.filter(isOfUse) };
  }

  async messages(): Promise<readonly ObservedMessage[]> {
    const [stored, letters] = await Promise.all([
      this.#placement.stage.messages(),
      this.#placement.correspondence.lettersAbout(this.#uids),
    ]);
    for (const message of stored) {
      if (!this.#handover.isMarker(uidIn(message.data))) this.#messages.set(message.id, message);
    }
    for (const letter of letters) {
      for (const address of this.#recipientsOf(letter)) this.#noteLetter(letter, address);
    }
    return [...this.#messages.values()];
  }

  advance(seconds: number): Promise<void> {
    return this.#placement.stage.advance(seconds);
  }

  meanwhile(): Promise<boolean> {
    return this.#placement.stage.meanwhile?.() ?? Promise.resolve(false);
  }

  leave(): void {
    this.#placement.stage.leave?.();
  }

  close(): Promise<void> {
    return this.#placement.stage.close();
  }

  #noteLetter({ number, envelope, mail, part }: Letter, recipient: string): void {
    const id = `mail-${number} to ${recipient}`;
    if (this.#messages.has(id)) return;
    const data = part.calendar ?? '';
    const { method, originator } = toldBy(data);
    const { calendar: _text, ...mime } = part;
    const raw = envelope.raw.toString('latin1');
    const message = { id, originator: originator || (mail.from ?? ''), recipient, data, raw };
    this.#messages.set(id, { ...message, composedBy: 'target', channel: 'mail', mime });
    this.#placement.trace.add({
      ...{ kind: 'composed', from: message.originator, to: recipient },
      ...{ text: `${method} by mail`, detail: raw, messageId: id },
    });
  }

  /** Mail to others, who only live in the same domain, is none of this scenario. */
  #recipientsOf({ envelope }: Letter): string[] {
    const addresses = this.#placement.counterparts.flatMap((user) => user.addresses);
    return addresses.filter((address) =>
      envelope.to.some((mailbox) => sameAddress(calendarAddressOf(mailbox), address)),
    );
  }

  #isCounterpart(userId: string): boolean {
    return this.#placement.counterparts.some(({ id }) => id === userId);
  }
}

function uidIn(data: string): string {
  const calendar = calendarIfReadable(data);
  return (calendar && uidOf(calendar)) ?? '';
}

import { sideOfParty } from '../duties.js';
import { Inconclusive, NotExpressible } from '../outcome-errors.js';
import type {
  ActResult,
  BrokenRule,
  CalendarUser,
  DeliveryReport,
  Intent,
  MessageInTransit,
  Observation,
  ObservedMessage,
  Side,
  Stage,
  TargetDescription,
} from '../target.js';
import { type Residence, SIDES } from './residence.js';

/** The stages of both targets, opened for the same scenario. */
type Stages = Readonly<Record<Side, Stage>>;

/** What is known of both targets. */
type Descriptions = Readonly<Record<Side, Pick<TargetDescription, 'name' | 'capabilities'>>>;

/**
 * Two stages on which one scenario is played: what somebody does and what somebody sees is asked of the side where
 * that person lives, and the mail between them is carried from the one to the other when it is delivered.
 */
export class PairStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #stages: Stages;
  readonly #residence: Residence;
  readonly #targets: Descriptions;
  /** Every message once, by its id, in the order in which it was seen, with the side that sent it. */
  readonly #sent = new Map<string, { readonly side: Side; readonly message: ObservedMessage }>();
  /** The side where something was done last, and those that have got something since. */
  readonly #concerned = new Set<Side>();
  #organizing: Side = 'organizer';
  /** Mail between the sides always waits. */
  readonly holds?: (from: string, to: string) => boolean;

  constructor(stages: Stages, residence: Residence, targets: Descriptions) {
    this.#stages = stages;
    this.#residence = residence;
    this.#targets = targets;
    const holdsItsOwn = (side: Side): boolean => targets[side].capabilities.has('hold-messages');
    if (!SIDES.every(holdsItsOwn)) {
      this.holds = (from, to) => {
        const side = residence.sideFor(from, to);
        return side === undefined || holdsItsOwn(side);
      };
    }
    this.cast = residence.castOf({ organizer: stages.organizer.cast, attendee: stages.attendee.cast });
  }

  async act(intent: Intent): Promise<ActResult> {
    const side = this.#sideFor(intent);
    this.#concerned.clear();
    this.#concerned.add(side);
    const result = await this.#stages[side].act(intent);
    if (result.accepted && intent.kind === 'change-organizer') this.#organizing = side;
    await this.#note();
    return result;
  }

  async drain(): Promise<readonly MessageInTransit[]> {
    const drained: MessageInTransit[] = [];
    for (const side of SIDES) {
      const own = (await this.#stages[side].drain()).filter((message) => this.#isFrom(side, message));
      drained.push(...own.map((message) => ({ ...message, id: idOn(side, message.id) })));
    }
    return drained;
  }

  /**
   * Carries a message to where its Recipient lives: as mail where it left as mail. Throws NotExpressible where that
   * side takes no mail in.
   */
  async deliver(message: MessageInTransit): Promise<DeliveryReport> {
    const side = this.#residence.sideAt(message.recipient);
    if (side === undefined) return { outcome: 'rejected', reason: `no Calendar User ${message.recipient}` };
    this.#checkTakesMail(side, message);
    this.#concerned.add(side);
    const report = await this.#stages[side].deliver(message);
    await this.#note();
    return report;
  }

  async settle(): Promise<boolean> {
    const quiet = await Promise.all(SIDES.map((side) => this.#stages[side].settle()));
    return quiet.every(Boolean);
  }

  /** Somebody with an account on both sides sees both. What only a scheduling service shows is not asked for. */
  async observe(userId: string): Promise<Observation> {
    const sides = this.#residence.sidesOf(userId);
    const seen = await Promise.all(sides.map((side) => this.#stages[side].observe(userId)));
    return {
      calendar: seen.flatMap(({ calendar }) => calendar),
      inbox: seen.flatMap(({ inbox }) => inbox),
      outbox: [],
      lastSeen: seen.flatMap(({ lastSeen }) => lastSeen),
    };
  }

  async messages(): Promise<readonly ObservedMessage[]> {
    await this.#note();
    return [...this.#sent.values()].map(({ message }) => message);
  }

  async advance(seconds: number): Promise<void> {
    await Promise.all(SIDES.map((side) => this.#stages[side].advance(seconds)));
  }

  /**
   * Who sent the message that proves it, else the side of the party that is obliged. Who should have changed something
   * of its own, but has neither done nor got anything since, may not be to blame.
   */
  atFault({ party, duty, evidence }: BrokenRule): Side | undefined {
    const sender = [...this.#sent.values()].findLast(({ message }) => message.data === evidence);
    if (sender !== undefined) return sender.side;
    const side = party === 'organizer' ? this.#organizing : sideOfParty(party);
    const needsCause = duty === 'receive' || duty === 'store';
    return side !== undefined && needsCause && !this.#concerned.has(side) ? undefined : side;
  }

  async close(): Promise<void> {
    const ends = await Promise.allSettled(SIDES.map((side) => this.#stages[side].close()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Notes what was sent since the last look. What a side only received is the message of the other one. */
  async #note(): Promise<void> {
    for (const side of SIDES) {
      for (const message of await this.#stages[side].messages()) {
        const id = idOn(side, message.id);
        if (!this.#isFrom(side, message)) continue;
        this.#sent.set(id, { side, message: { ...message, id } });
      }
    }
  }

  #checkTakesMail(side: Side, { raw, originator }: MessageInTransit): void {
    const { name, capabilities } = this.#targets[side];
    if (raw === undefined || capabilities.has('imip-in')) return;
    throw new NotExpressible(`${name} takes no mail in, so what ${originator} sends never arrives there`);
  }

  #isFrom(side: Side, { originator }: MessageInTransit): boolean {
    return (this.#residence.sideAt(originator) ?? side) === side;
  }

  /** Where something is done: where the one lives in whose name it is. */
  #sideFor({ kind, actor, onBehalfOf = actor }: Intent): Side {
    const [side] = this.#residence.sidesOf(onBehalfOf);
    if (side === undefined) {
      throw new Inconclusive(`${onBehalfOf} lives on neither side and ${kind}s nothing there`);
    }
    if (this.#residence.sidesOf(actor).includes(side)) return side;
    throw new NotExpressible(`${actor} has no account where ${onBehalfOf} lives, and cannot ${kind} there`);
  }
}

/** Ids are unique on their side only. */
export function idOn(side: Side, id: string): string {
  return `${side}:${id}`;
}

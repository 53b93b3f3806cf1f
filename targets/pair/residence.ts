import { sameAddress } from '../../simulator/icalendar/read.js';
import type { CalendarUser, CastRequest, Side } from '../target.js';

/** Both sides, in the order in which they are asked. */
export const SIDES: readonly Side[] = ['organizer', 'attendee'];

/** Those who live with the Organizer: she herself, the room that she books, and the group that she invites. */
const WITH_ORGANIZER: readonly string[] = ['Anna', 'Rita', 'Crew'];

/** Domain of those whom the harness plays; mail to it must leave both targets. */
const ELSEWHERE = 'external.test';

/** Who of a cast lives where, when two targets exchange mail. */
export class Residence {
  readonly #request: CastRequest;
  readonly #addresses = new Map<string, Record<Side, readonly string[]>>();

  private constructor(request: CastRequest) {
    this.#request = request;
  }

  /** @param addressesOn the calendar addresses of somebody who lives on a side */
  static async of(
    request: CastRequest,
    addressesOn: (side: Side, name: string) => Promise<readonly string[]>,
  ): Promise<Residence> {
    const residence = new Residence(request);
    for (const name of request.names) {
      const lives = (side: Side) => sidesOf(name, request).includes(side);
      const on = async (side: Side) => (lives(side) ? await addressesOn(side, name) : []);
      const addresses = { organizer: await on('organizer'), attendee: await on('attendee') };
      residence.#addresses.set(name, addresses);
    }
    return residence;
  }

  /** The cast as the stage of one side has to know it: whoever does not live there lives elsewhere. */
  requestTo(side: Side): CastRequest {
    const external = this.#request.names.filter((name) => !this.#livesOn(side, name));
    const elsewhere = Object.fromEntries(external.map((name) => [name, this.#addressesOf(name)]));
    return { ...this.#request, external, elsewhere };
  }

  /** The cast of both sides together, from the two that they have. */
  castOf(casts: Readonly<Record<Side, ReadonlyMap<string, CalendarUser>>>): Map<string, CalendarUser> {
    return new Map(
      this.#request.names.flatMap((name) => {
        const id = name.toLowerCase();
        const [home = 'organizer'] = sidesOf(name, this.#request);
        const user = casts[home].get(id);
        if (user === undefined) return [];
        const { byMail: _reach, ...known } = user;
        return [[id, { ...known, addresses: this.#addressesOf(name) }] as const];
      }),
    );
  }

  /** The sides on which somebody lives; none for those whom the harness plays. */
  sidesOf(userId: string): readonly Side[] {
    const name = this.#request.names.find((each) => each.toLowerCase() === userId);
    return name === undefined ? [] : sidesOf(name, this.#request);
  }

  /** The side on which both live; undefined where what one sends the other has to leave it. */
  sideFor(one: string, other: string): Side | undefined {
    return this.sidesOf(one).find((side) => this.sidesOf(other).includes(side));
  }

  /** The side on which a calendar address is one of somebody's. */
  sideAt(address: string): Side | undefined {
    const lists = [...this.#addresses.values()];
    return SIDES.find((side) => lists.some((own) => own[side].some((known) => sameAddress(known, address))));
  }

  #livesOn(side: Side, name: string): boolean {
    return sidesOf(name, this.#request).includes(side);
  }

  #addressesOf(name: string): readonly string[] {
    const own = this.#addresses.get(name);
    const all = SIDES.flatMap((side) => own?.[side] ?? []);
    return all.length > 0 ? all : [`mailto:${name.toLowerCase()}@${ELSEWHERE}`];
  }
}

/** A secretary has an account wherever somebody lives for whom to act. */
function sidesOf(name: string, { external, rights = {} }: CastRequest): readonly Side[] {
  if (external.includes(name)) return [];
  const owners = rights[name] ?? [name];
  return SIDES.filter((side) =>
    owners.some((owner) => (side === 'organizer') === WITH_ORGANIZER.includes(owner)),
  );
}

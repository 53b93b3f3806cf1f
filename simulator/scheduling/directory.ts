import { canonicalAddress } from '../icalendar/read.js';
import { maySchedule, type Right } from '../itip/on-behalf.js';
import type { OnBehalfRules } from '../itip/participation-rules.js';
import { Account, type User } from './account.js';

/** The Calendar Users of a scheduling service: who has which address, who belongs to which group, who acts for whom. */
export class Directory {
  readonly #rights: readonly Right[];
  readonly #accounts = new Map<string, Account>();
  readonly #byAddress = new Map<string, Account>();
  readonly #groups = new Map<string, string[]>();

  constructor(users: readonly User[], rights: readonly Right[] = []) {
    this.#rights = rights;
    for (const user of users) {
      const account = new Account(user);
      this.#accounts.set(user.id, account);
      for (const address of user.addresses) this.#byAddress.set(canonicalAddress(address), account);
    }
    for (const { addresses, members = [] } of users) this.#addGroup(addresses, members);
  }

  /** The account of a user id. Throws RangeError for an unknown one. */
  account(id: string): Account {
    const account = this.#accounts.get(id);
    if (account === undefined) throw new RangeError(`no Calendar User ${id}`);
    return account;
  }

  /** The account of a calendar address, if it is served here. */
  at(address: string): Account | undefined {
    return this.#byAddress.get(canonicalAddress(address));
  }

  /** Calendar addresses of the groups that a user is a member of. */
  groupsOf({ user }: Account): readonly string[] {
    return user.addresses.flatMap((address) => this.#groups.get(canonicalAddress(address)) ?? []);
  }

  /**
   * Calendar addresses that a message to this one reaches: of a group its members, groups among them too; else the
   * address itself.
   */
  reachedBy(address: string, groupRecipients: (members: readonly string[]) => readonly string[]): string[] {
    if (this.at(address)?.user.members === undefined) return [address];
    const reached = new Map<string, string>();
    const seen = new Set<string>();
    const waiting = [address];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const members = this.at(next)?.user.members;
      if (members === undefined) reached.set(canonicalAddress(next), next);
      else if (!seen.has(canonicalAddress(next))) waiting.push(...groupRecipients(members));
      seen.add(canonicalAddress(next));
    }
    return [...reached.values()];
  }

  /**
   * The user who sends what is done in the name of another.
   *
   * @param actor id of who does it; undefined when it is the user
   * @returns undefined when it is the user
   * @throws RangeError when the actor has no right to schedule for the user
   */
  actorFor({ user }: Account, actor: string | undefined, rules: OnBehalfRules): Account | undefined {
    if (actor === undefined || actor === user.id) return undefined;
    const account = this.account(actor);
    if (rules.mayActFor(maySchedule(this.#rights, user.id, actor))) return account;
    throw new RangeError(`${actor} has no right to schedule for ${user.id}`);
  }

  #addGroup(addresses: readonly string[], members: readonly string[]): void {
    for (const member of members) {
      const key = canonicalAddress(member);
      this.#groups.set(key, [...(this.#groups.get(key) ?? []), ...addresses]);
    }
  }
}

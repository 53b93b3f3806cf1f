import { canonicalAddress } from '../icalendar/read.js';
import { maySchedule, type Right } from '../itip/on-behalf.js';
import type { Store, Table } from '../runtime/store.js';
import { Account, type User } from './account.js';
import type { SchedulingRules } from './scheduling-rules.js';

type ActingRules = Pick<SchedulingRules, 'mayActFor' | 'honoursWithdrawnRight'>;

/** Who is served, and who is known besides. */
export interface Members {
  readonly users: readonly User[];
  /** Who may act for whom at the beginning. */
  readonly rights: readonly Right[];
  /** Calendar addresses of users of other services that the network reaches. */
  readonly neighbours: readonly string[];
}

/** The Calendar Users of a scheduling service: who has which address, who belongs to which group, who acts for whom. */
export class Directory {
  readonly #rights: readonly Right[];
  /** Rights that were given or withdrawn since the beginning, by `user actor`. */
  readonly #changedRights: Table<boolean>;
  /** Who processes Inboxes that the service does not, by user id. */
  readonly #processing: Table<'server' | 'client'>;
  readonly #accounts = new Map<string, Account>();
  /** By canonical address, as which most addresses are written. */
  readonly #byAddress = new Map<string, Account>();
  readonly #groups = new Map<string, string[]>();
  readonly #neighbours: ReadonlySet<string>;

  constructor({ users, rights, neighbours }: Members, store: Store, rules: SchedulingRules) {
    this.#rights = rights;
    this.#changedRights = store.table('rights');
    this.#processing = store.table('processing');
    this.#neighbours = new Set(neighbours.map(canonicalAddress));
    for (const user of users) {
      const account = new Account(user, store, rules);
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

  /** The account of a user id, if there is one. */
  find(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  /** The account of a calendar address, if it is served here. */
  at(address: string): Account | undefined {
    return this.#byAddress.get(address) ?? this.#byAddress.get(canonicalAddress(address));
  }

  /** Calendar addresses of the groups that a user is a member of. */
  groupsOf({ user }: Account): readonly string[] {
    if (this.#groups.size === 0) return [];
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

  /** All accounts, in the order of the users. */
  accounts(): Iterable<Account> {
    return this.#accounts.values();
  }

  /** Whether an address belongs to a user of another service that the network reaches. */
  isNeighbour(address: string): boolean {
    return this.#neighbours.has(canonicalAddress(address));
  }

  /** Gives a user the right to schedule for another, or withdraws it, from now on. Throws RangeError. */
  setRight(user: string, actor: string, isGiven: boolean): void {
    this.#changedRights.set(`${this.account(user).user.id} ${this.account(actor).user.id}`, isGiven);
  }

  /** Says who processes the Inbox of a user from now on. Throws RangeError for an unknown one. */
  setProcessing(user: string, who: 'server' | 'client'): void {
    this.#processing.set(this.account(user).user.id, who);
  }

  /** Who processes the Inbox of a user: the service at once (RFC 6638 section 4), unless it was said otherwise. */
  processingOf({ user }: Account): 'server' | 'client' {
    return this.#processing.get(user.id) ?? 'server';
  }

  /** Whether a user may schedule for another; everybody may for themselves. */
  mayAct({ user }: Account, { user: actor }: Account, rules: ActingRules): boolean {
    if (user.id === actor.id) return true;
    const changed = this.#changedRights.get(`${user.id} ${actor.id}`);
    const atFirst = maySchedule(this.#rights, user.id, actor.id);
    const isLeft = changed === false && rules.honoursWithdrawnRight();
    return rules.mayActFor(isLeft ? atFirst : (changed ?? atFirst));
  }

  /**
   * The user who sends what is done in the name of another.
   *
   * @param actor id of who does it; undefined when it is the user
   * @returns undefined when it is the user
   * @throws RangeError when the actor has no right to schedule for the user
   */
  actorFor(account: Account, actor: string | undefined, rules: ActingRules): Account | undefined {
    if (actor === undefined || actor === account.user.id) return undefined;
    const acting = this.account(actor);
    if (this.mayAct(account, acting, rules)) return acting;
    throw new RangeError(`${actor} has no right to schedule for ${account.user.id}`);
  }

  #addGroup(addresses: readonly string[], members: readonly string[]): void {
    for (const member of members) {
      const key = canonicalAddress(member);
      this.#groups.set(key, [...(this.#groups.get(key) ?? []), ...addresses]);
    }
  }
}

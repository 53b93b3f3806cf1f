/** An account on a server, as a target file has it, or as it was thought of for one run. */
export interface Account {
  /** Who uses it in the scenarios, in lower case. */
  readonly id: string;
  readonly username: string;
  readonly password: string;
  /** True where the password is made for this run, so that nobody can have it already. */
  readonly isFresh: boolean;
  /** Number of the cast, from 1. */
  readonly cast: number;
}

/**
 * Something that makes accounts on a server and removes them.
 *
 * All throw AccountTrouble where it is refused, and say what was said, but no password; where there is no answer, that
 * or TargetUnreachable.
 */
export interface AccountMaker {
  /** What makes them, for people. */
  readonly name: string;
  /** Whether there is an account of that name; missing where only a login tells. */
  exists?(account: Account): Promise<boolean>;
  /** Refused where there is one already. */
  create(account: Account): Promise<void>;
  remove(account: Account): Promise<void>;
  /** Ends what connections there are; the next request opens them again. */
  close?(): Promise<void>;
}

/** First name of the person who uses the account, as the scenarios write it. */
export function firstNameOf({ id }: Account): string {
  return `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
}

/** The mail address: the name itself where it is one. */
export function mailOf({ username }: Account, domain: string): string {
  return username.includes('@') ? username : `${username}@${domain}`;
}

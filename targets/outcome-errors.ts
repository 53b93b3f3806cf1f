/** Reasons for which a scenario ends without a verdict of its own. Each becomes an outcome of that name. */

/** The driver has no way to say the intent, e.g. COUNTER in the implicit model. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible';
}

/** A gate failed, or what the scenario had to arrange first did not come about. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}

/** The deadline passed without proof either way. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
}

/** The target cannot be reached at all, or refused the credentials. The run ends with exit code 3 if this is final. */
export class TargetUnreachable extends Error {
  override readonly name = 'TargetUnreachable';
}

/** The credentials are refused. */
export class LoginRefused extends TargetUnreachable {}

/** The target answered, but not in the form that the protocol demands; `exchange` shows it, redacted. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
  readonly exchange: string;
  constructor(message: string, exchange: string) {
    super(message);
    this.exchange = exchange;
  }
}

/** An account on the target could not be made, used or removed. The run ends with exit code 3. */
export class AccountTrouble extends Error {
  override readonly name = 'AccountTrouble';
}

/** What was looked at is not as the sentence says: the verdict of a Then. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string;
  readonly actual: string;
  /** The deciding scheduling message or calendar object, as iCalendar text. */
  readonly evidence: string | undefined;
  constructor(expected: string, actual: string, evidence?: string) {
    super(`expected ${expected}, found ${actual}`);
    this.expected = expected;
    this.actual = actual;
    this.evidence = evidence;
  }
}

/** The harness itself is wrong: exit code 4, never a verdict about the target. */
export class HarnessFault extends Error {
  override readonly name = 'HarnessFault';
}

/** The configuration is wrong: exit code 2. The message names what, where and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

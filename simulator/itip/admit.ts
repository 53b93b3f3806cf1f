import type { JCalComponent } from '../icalendar/jcal.js';
import type { Answer } from './answer-taken.js';
import { attendeeLine } from './attendee-index.js';
import type { Change } from './change.js';
import { withLine } from './delegate.js';
import { delegatorsOf, lineOf, partstatOf } from './delegation.js';
import type { Entry } from './entry.js';
import { standingOf, withUninvited } from './forwarding.js';
import { masterOf, SERIES, withEvent } from './instances.js';
import { asking, type Decision, without } from './outcome.js';
import { changeTo } from './request.js';
import type { Rules } from './rules.js';
import { type EventAndTold, isUnknownDelegate } from './take-delegation.js';

/** How a REPLY of one who is not listed is met. */
export interface Admission {
  /** Whether the REPLY answers an older revision than the present one. */
  readonly outdated: boolean;
  /** Whether the user has decided that an uninvited Calendar User is added. */
  readonly adds: boolean;
}

/** The event in which the one who replies is listed, or the decision that it is not. */
export type Admitted = { readonly listed: EventAndTold } | { readonly refused: Decision<never> };

/**
 * The Organizer's side makes up its mind about a REPLY of one whom the event does not list: a Delegate of whom it has
 * not heard, a member of an invited group, or somebody uninvited (RFC 5546 sections 3.2.2.6, 3.7.2 and 5.2.2).
 */
export function admitted(event: JCalComponent, answer: Answer, admission: Admission, rules: Rules): Admitted {
  const { line, address } = answer;
  const listed = attendeeLine(event, [address]);
  if (listed !== undefined) {
    return rules.takesAnswerOf(listed)
      ? { listed: { event, told: [] } }
      : { refused: without('ignored', 'takesAnswerOf', `the answer of ${address} does not count`) };
  }
  if (isUnknownDelegate(event, line)) return unknownDelegate(event, answer, rules);
  if (standingOf(event, line, rules) === 'member')
    return { listed: { event: withUninvited(event, line, rules), told: [] } };
  return uninvited(event, answer, admission, rules);
}

function unknownDelegate(event: JCalComponent, { line, address }: Answer, rules: Rules): Admitted {
  const delegator = delegatorsOf(line).flatMap((each) => {
    const found = lineOf(event, each);
    return found === undefined ? [] : [{ found }];
  })[0]?.found;
  const verdict = rules.unknownDelegate();
  if (verdict === 'ignore')
    return { refused: without('ignored', 'unknownDelegate', `${address} is not invited`) };
  if (delegator === undefined || verdict === 'hold') {
    return { refused: without('held', 'unknownDelegate', `nobody has told yet of delegating to ${address}`) };
  }
  const listed = rules.delegateTaken(address, undefined, line, delegator);
  return { listed: { event: listed === undefined ? event : withLine(event, listed), told: [] } };
}

function uninvited(
  event: JCalComponent,
  { line, address }: Answer,
  { outdated, adds }: Admission,
  rules: Rules,
): Admitted {
  const verdict = adds ? 'add' : rules.uninvitedReply(partstatOf(line), outdated);
  if (verdict === 'ask') {
    const question = { kind: 'party-crasher', from: address } as const;
    return { refused: asking('uninvitedReply', `${address} is not invited; the user decides`, question) };
  }
  if (verdict === 'ignore')
    return { refused: without('ignored', 'uninvitedReply', `${address} is not invited`) };
  return { listed: { event: withUninvited(event, line, rules), told: rules.toldOfAdding(address) } };
}

/**
 * The Organizer tells one who is not added by a CANCEL (RFC 5546 sections 3.2.2.6 and 3.2.3). It raises SEQUENCE
 * (2.1.4), so the Attendees get the event with the new number.
 *
 * @param now DTSTAMP of the messages, UTC
 * @throws RangeError when the entry has single instances only
 */
export function refuseUninvited(entry: Entry, address: string, now: string, rules: Rules): Change {
  const master = masterOf(entry.calendar);
  if (master === undefined) throw new RangeError('the entry has single instances only');
  const listing = withLine(master, rules.uninvitedSelf(address));
  const calendar = withEvent(entry.calendar, SERIES, listing, rules);
  return changeTo({ ...entry, calendar }, master, now, rules);
}

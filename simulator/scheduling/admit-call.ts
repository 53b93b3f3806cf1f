import { type JCalComponent, properties } from '../icalendar/jcal.js';
import {
  attendeesOf,
  eachOnce,
  eventsOf,
  methodOf,
  organizerOf,
  sequenceOf,
  uidOf,
} from '../icalendar/read.js';
import { remembered } from '../icalendar/remembered.js';
import { delegatorsOf } from '../itip/delegation.js';
import type { Account } from './account.js';
import type { Directory } from './directory.js';
import { isFromAttendee } from './recipient-rules.js';
import { type RefusalReason, ScheduleRefused } from './schedule-refused.js';
import type { SchedulingRules } from './scheduling-rules.js';

/** A call of the schedule operation. The Originator and Recipients are the service's, not the object's. */
export interface SchedulingRequest {
  /** Calendar address of who sends it. */
  readonly originator: string;
  /** Calendar addresses, whether the object lists them or not; the usual ones when undefined. */
  readonly recipients?: readonly string[];
  /** VCALENDAR with METHOD. */
  readonly calendar: JCalComponent;
}

/** A message that may be sent. */
export interface Admitted {
  readonly method: string;
  readonly originator: string;
  readonly recipients: readonly string[];
  readonly calendar: JCalComponent;
  /** Whether one of the Recipients may get it; all may when missing. */
  readonly mayReach?: (recipient: string) => boolean;
}

/**
 * Looks whether a call may be carried out, and says who gets the message.
 *
 * @throws ScheduleRefused with the reason when it may not
 */
export function admitCall(
  { originator, recipients, calendar }: SchedulingRequest,
  directory: Directory,
  rules: SchedulingRules,
): Admitted {
  const refuse = refusalBy(rules);
  const { method, organizer } = readCall(calendar, originator, refuse, rules);
  const account = directory.at(originator);
  if (account === undefined) refuse('unknown-originator', `${originator} is no Calendar User here`);
  else checkSender(account, { method, organizer, calendar }, directory, rules);
  const own = directory.at(organizer)?.user.addresses ?? [];
  const usual = rules.usualRecipients({ method, organizer, own, attendees: listedIn(calendar) });
  const reached = rules.recipientsOf(recipients, usual);
  if (reached.length === 0) refuse('no-recipients', `name at least one Recipient of the ${method}`);
  const delegators = delegatorsIn(calendar);
  return {
    ...{ method, originator, recipients: reached, calendar },
    mayReach: (recipient) =>
      !isFromAttendee(method) || rules.reachesWithAnswer(recipient, organizer, delegators),
  };
}

type Refuse = (reason: RefusalReason, message: string) => void;

/** Throws ScheduleRefused, for the reasons for which calls are refused. */
function refusalBy(rules: SchedulingRules): Refuse {
  return (reason, message) => {
    if (rules.refuses(reason)) throw new ScheduleRefused(reason, message);
  };
}

/** METHOD and Organizer of the message. */
function readCall(
  calendar: JCalComponent,
  originator: string,
  refuse: Refuse,
  rules: SchedulingRules,
): { readonly method: string; readonly organizer: string } {
  const [method, organizer] = [methodOf(calendar), organizerIn(calendar)];
  if (method === undefined) refuse('no-method', 'a scheduling message needs a METHOD');
  else if (!rules.knowsMethod(method)) refuse('unknown-method', `METHOD:${method} is none of iTIP`);
  if (uidOf(calendar) === undefined) refuse('no-uid', 'no component has a UID');
  if (organizer === undefined) refuse('no-organizer', 'no component has an ORGANIZER');
  return { method: method ?? 'REQUEST', organizer: organizer ?? originator };
}

/** Calendar addresses of those whose Delegate answers (RFC 5546 section 3.2.2.3). */
function delegatorsIn(calendar: JCalComponent): string[] {
  return calendar[2].flatMap((part) => properties(part, 'attendee')).flatMap(delegatorsOf);
}

function checkSender(
  account: Account,
  { method, organizer, calendar }: Pick<Admitted, 'method' | 'calendar'> & { readonly organizer: string },
  directory: Directory,
  rules: SchedulingRules,
): void {
  const mayFor = (address: string) => {
    const other = directory.at(address);
    return other !== undefined && directory.mayAct(other, account, rules);
  };
  const attendees = listedIn(calendar).filter(mayFor);
  const sender = {
    ...{ method, actsForOrganizer: mayFor(organizer), actsForAttendee: attendees.length > 0 },
    hasEvent: account.find(uidOf(calendar) ?? '') !== undefined,
    isKnown: [account, ...attendees.map((address) => directory.at(address))].some((each) =>
      hasRevision(each, calendar),
    ),
  };
  if (rules.maySend(sender)) return;
  const refuse = refusalBy(rules);
  const who = account.user.addresses[0] ?? account.user.id;
  if (isFromAttendee(method)) {
    refuse('not-taking-part', `${who} answers for nobody whom the ${method} lists`);
  } else {
    refuse('not-the-organizer', `${who} has no right to send a ${method} for ${organizer}`);
  }
}

/** Whether somebody has the event in a revision that the message does not exceed (RFC 5546 section 2.1.4). */
function hasRevision(account: Account | undefined, message: JCalComponent): boolean {
  const found = account?.find(uidOf(message) ?? '');
  return found !== undefined && newestIn(message) <= newestIn(found.entry.calendar);
}

function newestIn(calendar: JCalComponent): number {
  return Math.max(0, ...eventsOf(calendar).map(sequenceOf));
}

/** Calendar addresses of the ATTENDEEs of all components, each once. */
export function listedIn(calendar: JCalComponent): string[] {
  return eachOnce(calendar[2].flatMap((part) => attendeesOf(part).map(({ address }) => address)));
}

const organizers = remembered<{ readonly organizer: string | undefined }>();

/** ORGANIZER of the first component that has one; looked up once, however many Recipients the message has. */
export function organizerIn(calendar: JCalComponent): string | undefined {
  const known = organizers.of(calendar);
  if (known !== undefined) return known.organizer;
  const organizer = calendar[2].map(organizerOf).find((found) => found !== undefined);
  organizers.keep(calendar, { organizer });
  return organizer;
}

import { type JCalComponent, properties } from '../icalendar/jcal.js';
import { attendeesOf, eachOnce, methodOf, organizerOf, uidOf } from '../icalendar/read.js';
import { delegatorsOf } from '../itip/delegation.js';
import type { Account } from './account.js';
import type { Directory } from './directory.js';
import { isFromAttendee } from './recipient-rules.js';
import { ScheduleRefused } from './schedule-refused.js';
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
  const method = methodOf(calendar);
  if (method === undefined) throw new ScheduleRefused('no-method', 'a scheduling message needs a METHOD');
  if (!rules.knowsMethod(method)) {
    throw new ScheduleRefused('unknown-method', `METHOD:${method} is none of iTIP`);
  }
  if (uidOf(calendar) === undefined) throw new ScheduleRefused('no-uid', 'no component has a UID');
  const organizer = organizerIn(calendar);
  if (organizer === undefined) throw new ScheduleRefused('no-organizer', 'no component has an ORGANIZER');
  const account = directory.at(originator);
  if (account === undefined) {
    throw new ScheduleRefused('unknown-originator', `${originator} is no Calendar User here`);
  }
  checkSender(account, { method, organizer, calendar }, directory, rules);
  const usual = rules.usualRecipients({ method, organizer, attendees: listedIn(calendar) });
  const reached = rules.recipientsOf(recipients, usual);
  if (reached.length === 0) {
    throw new ScheduleRefused('no-recipients', `name at least one Recipient of the ${method}`);
  }
  const delegators = delegatorsIn(calendar);
  return {
    ...{ method, originator, recipients: reached, calendar },
    mayReach: (recipient) =>
      !isFromAttendee(method) || rules.reachesWithAnswer(recipient, organizer, delegators),
  };
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
  const takesPart = () =>
    listedIn(calendar).some(mayFor) || account.find(uidOf(calendar) ?? '') !== undefined;
  if (rules.maySend({ method, actsForOrganizer: mayFor(organizer), takesPart: takesPart() })) return;
  const who = account.user.addresses[0] ?? account.user.id;
  throw isFromAttendee(method)
    ? new ScheduleRefused('not-taking-part', `${who} answers for nobody whom the ${method} lists`)
    : new ScheduleRefused('not-the-organizer', `${who} has no right to send a ${method} for ${organizer}`);
}

/** Calendar addresses of the ATTENDEEs of all components, each once. */
export function listedIn(calendar: JCalComponent): string[] {
  return eachOnce(calendar[2].flatMap((part) => attendeesOf(part).map(({ address }) => address)));
}

const organizers = new WeakMap<JCalComponent, { readonly organizer: string | undefined }>();

/** ORGANIZER of the first component that has one; looked up once, however many Recipients the message has. */
export function organizerIn(calendar: JCalComponent): string | undefined {
  const known = organizers.get(calendar);
  if (known !== undefined) return known.organizer;
  const organizer = calendar[2].map(organizerOf).find((found) => found !== undefined);
  organizers.set(calendar, { organizer });
  return organizer;
}

import { instantOf, spanOf } from '../icalendar/instant.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { attendeeOf, attendeesOf, canonicalAddress, eventsOf, organizerOf } from '../icalendar/read.js';
import { instanceOfSeries } from '../icalendar/series-instance.js';
import { entryOf } from '../itip/entry.js';
import type { Account } from './account.js';
import type { Scheduler } from './scheduler.js';

/**
 * Scheduling that follows from what a Calendar User does with the own calendar (RFC 6638 section 3.2): no message is
 * asked for, the difference between the object before and after says what has to be sent.
 */

/** Why an edit is not taken: the precondition of RFC 4791 or RFC 6638 that it breaks, and words for it. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';
  readonly precondition: string;
  constructor(precondition: string, message: string) {
    super(message);
    this.precondition = precondition;
  }
}

/**
 * A Calendar User stores an object: a new one, or another version of one that is there.
 *
 * @param calendar VCALENDAR with the VEVENTs of one UID, without METHOD
 * @throws EditRefused when the object is none that a calendar may hold, or an Attendee changes what is the Organizer's
 */
export function putObject(scheduler: Scheduler, user: string, calendar: JCalComponent): void {
  const account = scheduler.account(user);
  const uid = checked(calendar);
  const found = account.find(uid);
  const before = found?.entry.calendar;
  if (isOrganizer(account, before ?? calendar)) {
    if (before === undefined) scheduler.invite(user, calendar);
    else putByOrganizer(scheduler, user, uid, before, calendar);
  } else if (isScheduled(before ?? calendar)) putByAttendee(scheduler, account, uid, before, calendar);
  else scheduler.keep(user, entryOf(calendar), found?.name);
}

/**
 * A Calendar User removes an object: an Organizer cancels, an Attendee declines unless `reply` is false.
 *
 * @throws RangeError when there is no such object
 */
export function deleteObject(scheduler: Scheduler, user: string, uid: string, reply = true): void {
  const account = scheduler.account(user);
  const found = account.find(uid);
  if (found === undefined) throw new RangeError(`${user} has no event ${uid}`);
  const { calendar } = found.entry;
  if (isOrganizer(account, calendar) && isScheduled(calendar)) scheduler.cancel(user, uid);
  else if (reply && isListed(account, calendar)) scheduler.deleteCopy(user, uid);
  else scheduler.keep(user, undefined, found.name);
}

function checked(calendar: JCalComponent): string {
  const uids = new Set(eventsOf(calendar).map((event) => String(property(event, 'uid')?.[3] ?? '')));
  const [uid] = uids;
  if (property(calendar, 'method') !== undefined) {
    throw new EditRefused('valid-calendar-object-resource', 'an object in a calendar has no METHOD');
  }
  if (uid === undefined || uid === '' || uids.size !== 1) {
    throw new EditRefused('valid-calendar-object-resource', 'an object needs VEVENTs with one UID');
  }
  return uid;
}

function isScheduled(calendar: JCalComponent): boolean {
  return eventsOf(calendar).some(
    (event) => organizerOf(event) !== undefined && attendeesOf(event).length > 0,
  );
}

function isOrganizer({ user }: Account, calendar: JCalComponent): boolean {
  const own = user.addresses.map(canonicalAddress);
  return eventsOf(calendar).some((event) => own.includes(canonicalAddress(organizerOf(event) ?? '')));
}

function putByOrganizer(
  scheduler: Scheduler,
  user: string,
  uid: string,
  before: JCalComponent,
  after: JCalComponent,
): void {
  const [old, wanted] = [byInstance(before), byInstance(after)];
  const dropped = [...old.keys()].filter((key) => key !== '' && !wanted.has(key));
  if (dropped.length > 0) scheduler.cancel(user, uid, { recurrenceIds: dropped });
  const stored = scheduler.account(user).find(uid)?.entry.calendar ?? before;
  for (const [key, event] of wanted) {
    if (text(event) === text(byInstance(stored).get(key))) continue;
    scheduler.change(user, uid, () => event, key === '' ? {} : { recurrenceId: key });
  }
}

function putByAttendee(
  scheduler: Scheduler,
  { user }: Account,
  uid: string,
  before: JCalComponent | undefined,
  after: JCalComponent,
): void {
  if (before === undefined) {
    throw new EditRefused('allowed-attendee-scheduling-object-change', 'only a REQUEST brings such an event');
  }
  for (const [key, event] of byInstance(after)) {
    const old = instanceNow(before, key);
    const [answered, answer] = [old && attendeeOf(old, user.addresses), attendeeOf(event, user.addresses)];
    if (answer === undefined || old === undefined || scheduled(event, after) !== scheduled(old, before)) {
      throw new EditRefused('allowed-attendee-scheduling-object-change', 'the event is the Organizer’s');
    }
    if (answer.partstat !== answered?.partstat) {
      scheduler.answer(user.id, uid, answer.partstat, key === '' ? {} : { recurrenceId: key });
    }
  }
}

/** The series under the empty key; an instance as it is written, or else as the series has it. */
function instanceNow(calendar: JCalComponent, key: string): JCalComponent | undefined {
  const written = byInstance(calendar);
  const series = written.get('');
  return written.get(key) ?? (series && instanceOfSeries(series, key, calendar));
}

/** What an Attendee may not change: by whom and when it is; in whatever form the times are written. */
function scheduled(event: JCalComponent, calendar: JCalComponent): string {
  const { start, end } = spanOf(event, calendar);
  return [start, end, text(event, ['rrule', 'rdate', 'organizer'])].join(' ');
}

/** What changes by itself and says nothing of a wish. */
const STAMPS: readonly string[] = ['dtstamp', 'last-modified', 'created', 'sequence'];

function text(event: JCalComponent | undefined, only?: readonly string[]): string {
  const lines = (event?.[1] ?? []).filter(([name]) => only?.includes(name) ?? !STAMPS.includes(name));
  return JSON.stringify(
    lines.map((line) => JSON.stringify(line)).sort((one, other) => (one < other ? -1 : 1)),
  );
}

function byInstance(calendar: JCalComponent): Map<string, JCalComponent> {
  return new Map(
    eventsOf(calendar).map((event) => {
      const id = property(event, 'recurrence-id');
      return [id === undefined ? '' : instantOf(id, calendar), event];
    }),
  );
}

function isListed({ user }: Account, calendar: JCalComponent): boolean {
  return eventsOf(calendar).some((event) => attendeeOf(event, user.addresses) !== undefined);
}

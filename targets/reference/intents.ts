import { makeProperty, mapAttendees, withProperty } from '../../simulator/icalendar/edit.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { sameAddress } from '../../simulator/icalendar/read.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { draftEvent, timeProperty } from '../event-draft.js';
import type { ActResult, CalendarUser, Changes, Intent } from '../target.js';

const PRODID = '-//itip-conformance//reference CUA//EN';
const PARTSTATS = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' } as const;

/** Carries out an intent with the reference; what the reference refuses comes back as not accepted. */
export function carryOut(
  scheduler: Scheduler,
  cast: ReadonlyMap<string, CalendarUser>,
  intent: Intent,
): ActResult {
  try {
    perform(scheduler, cast, intent);
    return { accepted: true };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { accepted: false, reason: error.message };
  }
}

function perform(scheduler: Scheduler, cast: ReadonlyMap<string, CalendarUser>, intent: Intent): void {
  switch (intent.kind) {
    case 'invite':
      return scheduler.invite(intent.actor, draftEvent(intent, cast, PRODID, '2030-01-01T00:00:00Z'));
    case 'reschedule':
      return scheduler.change(intent.actor, intent.uid, (event) =>
        [timeProperty('dtstart', intent.start), timeProperty('dtend', intent.end)].reduce(
          withProperty,
          event,
        ),
      );
    case 'update':
      return scheduler.change(intent.actor, intent.uid, (event) => withChanges(event, intent.changes));
    case 'uninvite':
      return scheduler.change(intent.actor, intent.uid, (event) =>
        withoutAttendee(event, cast.get(intent.attendee)?.addresses[0] ?? ''),
      );
    case 'cancel':
      return scheduler.cancel(intent.actor, intent.uid);
    default:
      return scheduler.answer(intent.actor, intent.uid, PARTSTATS[intent.kind]);
  }
}

function withChanges(event: JCalComponent, changes: Changes): JCalComponent {
  return Object.entries(changes).reduce(
    (changed, [name, value]) => withProperty(changed, makeProperty(name, String(value))),
    event,
  );
}

function withoutAttendee(event: JCalComponent, address: string): JCalComponent {
  return mapAttendees(event, (attendee) =>
    sameAddress(String(attendee[3]), address) ? undefined : attendee,
  );
}

import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { sameAddress, uidOf } from '../../simulator/icalendar/read.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { draftEvent } from '../event-draft.js';
import { editedEvent } from '../event-edit.js';
import { keyOf } from '../instance-edit.js';
import type { ActResult, CalendarUser, Intent, Range, ZonedTime } from '../target.js';

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
  const { uid } = intent;
  const user = intent.onBehalfOf ?? intent.actor;
  const by = intent.onBehalfOf === undefined ? {} : { by: intent.actor };
  const choice = { ...by, ...choiceIn(scheduler, intent) };
  switch (intent.kind) {
    case 'invite':
      scheduler.invite(user, draftEvent(intent, cast, PRODID, '2030-01-01T00:00:00Z'), by);
      break;
    case 'reschedule':
    case 'update':
    case 'uninvite':
      scheduler.change(user, uid, (event) => required(editedEvent(event, intent, cast)), choice);
      break;
    case 'cancel': {
      const { instances = [] } = intent;
      const recurrenceIds = instances.map((instance) => keyIn(scheduler, intent, instance));
      scheduler.cancel(user, uid, { ...choice, recurrenceIds });
      break;
    }
    case 'renotify':
      if (intent.asking) scheduler.renotify(user, uid, by);
      else scheduler.redistribute(user, uid, by);
      break;
    case 'status-poll':
      scheduler.statusPoll(user, uid, { ...by, attendees: intent.attendees.map((id) => primary(id, cast)) });
      break;
    case 'change-organizer':
      scheduler.changeOrganizer(user, uid, primary(user, cast), by);
      break;
    case 'delegate':
      scheduler.delegate(user, uid, primary(intent.to, cast), {
        ...choice,
        updates: intent.updates ?? false,
      });
      break;
    case 'edit-copy': {
      const move = { ...intent, kind: 'reschedule' } as const;
      scheduler.editCopy(user, uid, (event) => required(editedEvent(event, move, cast)));
      break;
    }
    case 'delete-copy':
      scheduler.deleteCopy(user, uid);
      break;
    case 'forward':
      scheduler.forward(user, uid, primary(intent.to, cast));
      break;
    case 'decide':
      decide(scheduler, user, cast, intent);
      break;
    default:
      scheduler.answer(user, uid, PARTSTATS[intent.kind], choice);
  }
}

function decide(
  scheduler: Scheduler,
  user: string,
  cast: ReadonlyMap<string, CalendarUser>,
  { uid, about, decision, telling = false }: Extract<Intent, { kind: 'decide' }>,
): void {
  const asked = scheduler
    .pending(user)
    .find(({ from, calendar }) => uidOf(calendar) === uid && sameAddress(from, primary(about, cast)));
  if (asked !== undefined) scheduler.decide(user, asked.id, decision, { tells: telling });
}

function primary(id: string, cast: ReadonlyMap<string, CalendarUser>): string {
  const address = cast.get(id)?.addresses[0];
  if (address === undefined) throw new RangeError(`${id} is not in the cast`);
  return address;
}

function required(edited: JCalComponent | undefined): JCalComponent {
  if (edited === undefined) throw new RangeError('the event does not list the Attendee');
  return edited;
}

/** Which instance an intent is about, as the scheduler names it. */
function choiceIn(
  scheduler: Scheduler,
  intent: Intent,
): { readonly recurrenceId?: string; readonly range?: Range } {
  const instance = 'instance' in intent ? intent.instance : undefined;
  const range = 'range' in intent ? intent.range : undefined;
  return {
    ...(instance === undefined ? {} : { recurrenceId: keyIn(scheduler, intent, instance) }),
    ...(range === undefined ? {} : { range }),
  };
}

/** The instance by its moment; a zone is resolved in the actor's own object. */
function keyIn(scheduler: Scheduler, { actor, onBehalfOf, uid }: Intent, instance: ZonedTime): string {
  if (instance.zone === 'UTC') return `${instance.local}Z`;
  const entries = scheduler.account(onBehalfOf ?? actor).entries();
  const stored = [...entries.values()].find(({ calendar }) => uidOf(calendar) === uid);
  if (stored === undefined) throw new RangeError(`${actor} has no event ${uid}`);
  return keyOf(instance, stored.calendar);
}

import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { uidOf } from '../../simulator/icalendar/read.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { draftEvent } from '../event-draft.js';
import { editedEvent } from '../event-edit.js';
import { keyOf } from '../instance-edit.js';
import { NotExpressible } from '../outcome-errors.js';
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
  const { actor, uid } = intent;
  const choice = choiceIn(scheduler, intent);
  switch (intent.kind) {
    case 'invite':
      scheduler.invite(actor, draftEvent(intent, cast, PRODID, '2030-01-01T00:00:00Z'));
      break;
    case 'reschedule':
    case 'update':
    case 'uninvite':
      scheduler.change(actor, uid, (event) => required(editedEvent(event, intent, cast)), choice);
      break;
    case 'cancel':
      scheduler.cancel(actor, uid, {
        recurrenceIds: (intent.instances ?? []).map((instance) => keyIn(scheduler, intent, instance)),
        ...('range' in choice ? { range: choice.range } : {}),
      });
      break;
    case 'accept':
    case 'tentative':
    case 'decline':
      scheduler.answer(actor, uid, PARTSTATS[intent.kind], choice);
      break;
    default:
      throw new NotExpressible(`the reference cannot ${intent.kind} yet`);
  }
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

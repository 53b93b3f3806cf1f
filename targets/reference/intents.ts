import { IcalendarError } from '../../simulator/icalendar/icalendar-error.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { sameAddress, uidOf } from '../../simulator/icalendar/read.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { draftEvent } from '../event-draft.js';
import { editedEvent } from '../event-edit.js';
import type { ActResult, CalendarUser, Intent } from '../target.js';
import { choiceIn, keyIn } from './instance-choice.js';

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
    if (!(error instanceof RangeError || error instanceof IcalendarError)) throw error;
    return { accepted: false, reason: error.message };
  }
}

/** How each kind of intent is carried out. */
type Carry = {
  readonly [Kind in Intent['kind']]: (hand: Hand, intent: Extract<Intent, { kind: Kind }>) => void;
};

/** What carrying out takes: the scheduler, the cast, for whom it is done, and who does it where that is another. */
interface Hand {
  readonly scheduler: Scheduler;
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly user: string;
  readonly by: { readonly by?: string; readonly recipients?: readonly string[] };
}

const CARRY: Carry = {
  invite: ({ scheduler, cast, user, by }, intent) =>
    scheduler.invite(user, draftEvent(intent, cast, PRODID, '2030-01-01T00:00:00Z'), by),
  reschedule: change,
  update: change,
  uninvite: change,
  cancel: ({ scheduler, user, by }, intent) => {
    const { instances = [], uid } = intent;
    const recurrenceIds = instances.map((instance) => keyIn(scheduler, intent, instance));
    scheduler.cancel(user, uid, { ...by, ...choiceIn(scheduler, intent), recurrenceIds });
  },
  renotify: ({ scheduler, user, by }, { uid, asking }) => {
    if (asking) scheduler.renotify(user, uid, by);
    else scheduler.redistribute(user, uid, by);
  },
  'status-poll': ({ scheduler, cast, user, by }, { uid, attendees }) =>
    scheduler.statusPoll(user, uid, { ...by, attendees: attendees.map((id) => primary(id, cast)) }),
  'change-organizer': ({ scheduler, cast, user, by }, { uid }) =>
    scheduler.changeOrganizer(user, uid, primary(user, cast), by),
  accept: answer,
  tentative: answer,
  decline: answer,
  publish: ({ scheduler, user, by }, { uid }) => scheduler.publish(user, uid, by),
  refresh: ({ scheduler, user, by }, { uid }) => scheduler.refresh(user, uid, by),
  'note-answer': ({ scheduler, cast, user }, intent) => {
    const { uid, attendee, partstat } = intent;
    scheduler.noteAnswer(user, uid, primary(attendee, cast), partstat, choiceIn(scheduler, intent));
  },
  delegate: ({ scheduler, cast, user, by }, intent) => {
    const { uid, to, updates = false } = intent;
    scheduler.delegate(user, uid, primary(to, cast), { ...by, ...choiceIn(scheduler, intent), updates });
  },
  forward: ({ scheduler, cast, user }, { uid, to }) => scheduler.forward(user, uid, primary(to, cast)),
  'edit-copy': ({ scheduler, cast, user }, intent) => {
    const move = { ...intent, kind: 'reschedule' } as const;
    scheduler.editCopy(user, intent.uid, (event) => required(editedEvent(event, move, cast)));
  },
  'delete-copy': ({ scheduler, user }, { uid }) => scheduler.deleteCopy(user, uid),
  decide: ({ scheduler, cast, user }, intent) => decide(scheduler, user, cast, intent),
};

function perform(scheduler: Scheduler, cast: ReadonlyMap<string, CalendarUser>, intent: Intent): void {
  const user = intent.onBehalfOf ?? intent.actor;
  const by = {
    ...(intent.onBehalfOf === undefined ? {} : { by: intent.actor }),
    ...(intent.recipients === undefined ? {} : { recipients: intent.recipients }),
  };
  const carry = CARRY[intent.kind] as (hand: Hand, intent: Intent) => void;
  carry({ scheduler, cast, user, by }, intent);
}

function change(
  { scheduler, cast, user, by }: Hand,
  intent: Extract<Intent, { kind: 'reschedule' | 'update' | 'uninvite' }>,
): void {
  const choice = { ...by, ...choiceIn(scheduler, intent) };
  scheduler.change(user, intent.uid, (event) => required(editedEvent(event, intent, cast)), choice);
}

function answer(
  { scheduler, user, by }: Hand,
  intent: Extract<Intent, { kind: 'accept' | 'tentative' | 'decline' }>,
): void {
  const attendee = intent.attendee === undefined ? {} : { attendee: intent.attendee };
  const choice = { ...by, ...choiceIn(scheduler, intent), ...attendee };
  scheduler.answer(user, intent.uid, PARTSTATS[intent.kind], choice);
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
  else if (telling) throw new RangeError(`${user} was not asked about ${about}`);
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

import { uidOf } from '../../simulator/icalendar/read.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { keyOf } from '../instance-edit.js';
import type { Intent, Range, ZonedTime } from '../target.js';

/** Which instance an intent is about, as the scheduler names it. */
export function choiceIn(
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

/** The instance by its moment or day; a zone is resolved in the actor's own object. */
export function keyIn(scheduler: Scheduler, { actor, onBehalfOf, uid }: Intent, instance: ZonedTime): string {
  const entries = scheduler.account(onBehalfOf ?? actor).entries();
  const stored = [...entries.values()].find(({ calendar }) => uidOf(calendar) === uid);
  if (stored === undefined) throw new RangeError(`${actor} has no event ${uid}`);
  return keyOf(instance, stored.calendar);
}

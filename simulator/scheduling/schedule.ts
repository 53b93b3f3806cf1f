import type { SchedulingRequest } from './admit-call.js';
import type { Scheduler } from './scheduler.js';
import type { RecipientResponse } from './transmit.js';

/** The schedule operation as a function; see `Scheduler.schedule`. */
export function schedule(scheduler: Scheduler, request: SchedulingRequest): readonly RecipientResponse[] {
  return scheduler.schedule(request);
}

import { methodOf } from '../icalendar/read.js';
import { fault } from './fault.js';

/** The scheduling service: which sendings leave a record. */
export const METHODS_FAULTS = [
  recordsNo('answers-leave-no-record', 'REPLY', 'service/methods/reply'),
  recordsNo('cancels-leave-no-record', 'CANCEL', 'service/methods/cancel'),
  recordsNo('publishing-leaves-no-record', 'PUBLISH', 'service/methods/publish'),
  recordsNo('requests-leave-no-record', 'REQUEST', 'service/methods/request-initial'),
];

/** The fault of not listing what is sent with a METHOD. */
function recordsNo(id: string, unlisted: string, requirement: string) {
  return fault({
    ...{ id, rule: 'isListed', requirement },
    summary: `Does not list a ${unlisted} in the Outbox.`,
    replacement: (message) => methodOf(message) !== unlisted,
  });
}

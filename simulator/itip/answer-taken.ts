import { withAddressList } from '../icalendar/address-list.js';
import { withParameter } from '../icalendar/edit.js';
import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { withAttendeeLine } from './attendee-index.js';
import { partstatOf } from './delegation.js';
import type { Revision } from './revision.js';
import type { Rules } from './rules.js';
import { delegatesNamed, type EventAndTold, takeDecline, takeDelegation } from './take-delegation.js';
import { addressesIn } from './views.js';

/** What one component of a REPLY says. */
export interface Answer {
  readonly reply: JCalComponent;
  /** ATTENDEE of the one for whom the REPLY speaks. */
  readonly line: JCalProperty;
  /** Calendar address of the one for whom the REPLY speaks. */
  readonly address: string;
  /** Key of the instance that is answered. */
  readonly instance: string;
  readonly revision: Revision;
}

/**
 * The event with an answer (RFC 2446 section 3.2.3) and with what follows from it: a delegation, or a Delegator who is
 * to be told that the Delegate declined (RFC 5546 sections 4.2.5 and 4.2.7).
 *
 * @param answeredSince whether that Attendee has answered after this REPLY was composed
 */
export function takeAnswer(
  event: JCalComponent,
  { reply, line, address }: Answer,
  answeredSince: (attendee: string) => boolean,
  rules: Rules,
): EventAndTold {
  const partstat = rules.answerTaken(partstatOf(line));
  if (partstat === 'DELEGATED' && delegatesNamed(reply, line).length > 0) {
    return takeDelegation(event, reply, line, answeredSince, rules);
  }
  const answered = rules
    .answersFor(address, () => addressesIn(event))
    .reduce((changed, each) => withAnswer(changed, each, partstat), event);
  return takeDecline(answered, address, rules);
}

/** The event with that answer of an Attendee, who need not be asked any more and stands for itself again. */
export function withAnswer(event: JCalComponent, address: string, partstat: string): JCalComponent {
  return withAttendeeLine(event, [address], (line) => {
    const answered = withParameter(withParameter(line, 'partstat', partstat), 'rsvp', undefined);
    return partstat === 'DELEGATED' ? answered : withAddressList(answered, 'delegated-to', []);
  });
}

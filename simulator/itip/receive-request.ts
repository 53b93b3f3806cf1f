import type { JCalComponent } from '../icalendar/jcal.js';
import type { Entry } from './entry.js';
import { SERIES } from './instances.js';
import { newCopy } from './new-copy.js';
import { applied, type Decision, decideEach, without } from './outcome.js';
import { incomingIn } from './received.js';
import type { Rules } from './rules.js';
import { takeInstance } from './take-instance.js';
import { takeSeries } from './take-series.js';

/**
 * An Attendee's side receives a REQUEST (RFC 2446 sections 3.2.2, 3.2.2.1, 3.2.2.2 and 4.4, ordered by 2.1.5). Each
 * component is ordered by its own revision.
 *
 * @param stored the Attendee's entry of that event, if there is one
 * @param own the Attendee's calendar addresses
 * @throws IcalendarError when instances cannot be found in reasonable time
 */
export function receiveRequest(
  stored: Entry | undefined,
  message: JCalComponent,
  own: readonly string[],
  rules: Rules,
): Decision<Entry> {
  const parts = incomingIn(message, rules);
  const [first] = parts;
  if (first === undefined) return without('rejected', 'takesUnknown', 'a REQUEST without VEVENT');
  if (stored === undefined || stored.received.isEmpty) {
    return rules.takesUnknown(first.revision)
      ? applied('takesUnknown', 'a new event', newCopy(message, parts, rules))
      : without('ignored', 'takesUnknown', 'an update of an unknown event');
  }
  const taking = { message, parts, own, before: stored, rules };
  return decideEach(stored, parts, (entry, part) =>
    part.scope.instance === SERIES ? takeSeries(entry, part, taking) : takeInstance(entry, part, taking),
  );
}

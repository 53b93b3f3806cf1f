import { type JCalComponent, property } from '../icalendar/jcal.js';
import { canonicalAddress, organizerOf } from '../icalendar/read.js';
import { messageOf, type Outgoing } from './message.js';
import type { Rules } from './rules.js';
import { addressesOf, type Part, viewsOf } from './views.js';

/** What REQUESTs are sent after. */
export interface Circumstances {
  /** Whether a component is sent to one who does not get the series; by default all are. */
  readonly isNews?: (component: JCalComponent) => boolean;
  /** The event as it was, where it is a change that is sent. */
  readonly before?: JCalComponent;
}

/**
 * The REQUESTs with these components of one UID (RFC 2446 section 3.2.2): each Attendee gets those that list it.
 *
 * @param source the object with their VTIMEZONEs
 */
export function requestMessages(
  components: readonly JCalComponent[],
  source: JCalComponent,
  rules: Rules,
  circumstances: Circumstances = {},
): Outgoing[] {
  return requestsFor(
    components.map((event) => reachedPart(event, rules)),
    source,
    rules,
    circumstances,
  );
}

/** A component and those of its Attendees who get updates. */
function reachedPart(event: JCalComponent, rules: Rules): Part {
  return { event, addresses: addressesOf(event, (line) => rules.updateReaches(line)) };
}

/** The same for recipients of whom it is known what they get. */
export function requestsFor(
  parts: readonly Part[],
  source: JCalComponent,
  rules: Rules,
  { isNews = () => true, before }: Circumstances = {},
): Outgoing[] {
  const content = new Map<JCalComponent, JCalComponent>();
  const contentOf = (component: JCalComponent) => {
    const made = content.get(component) ?? rules.requestContent(component);
    content.set(component, made);
    return made;
  };
  return viewsOf(parts, rules, source).flatMap(({ recipients, events }) => {
    const shown = events.some(isSeries) ? events : events.filter(isNews);
    const [first] = shown;
    if (first === undefined) return [];
    const organizer = organizerOf(first) ?? '';
    const own = canonicalAddress(organizer);
    const others = recipients.filter((address) => canonicalAddress(address) !== own);
    return rules.requestCopies({
      method: 'REQUEST',
      originator: organizer,
      recipients: rules.requestRecipients(others, before),
      calendar: messageOf('REQUEST', shown.map(contentOf), source, rules),
    });
  });
}

function isSeries(component: JCalComponent): boolean {
  return property(component, 'recurrence-id') === undefined;
}

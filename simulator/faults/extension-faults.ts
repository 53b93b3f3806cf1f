import { withoutProperty, withProperties } from '../icalendar/edit.js';
import { eventsOf } from '../icalendar/read.js';
import { fault } from './fault.js';

/** The properties of a VEVENT in RFC 5545, section 3.6.1, and DTSTAMP. */
const KNOWN = new Set(
  ['dtstamp', 'uid', 'dtstart', 'dtend', 'duration', 'class', 'created', 'description', 'geo', 'url'].concat(
    ['last-modified', 'location', 'organizer', 'priority', 'sequence', 'status', 'summary', 'transp'],
    ['recurrence-id', 'rrule', 'rdate', 'exdate', 'exrule', 'attach', 'attendee', 'categories', 'comment'],
    ['contact', 'request-status', 'related-to', 'resources'],
  ),
);

/** The properties of the suite that are younger than RFC 5546, or of somebody's own. */
const EXTENSIONS = ['color', 'conference', 'x-room-colour'];

/** RFC 2446 and RFC 5546 section 3.7.3: what goes wrong with properties that a client does not know. */
export const EXTENSION_FAULTS = [
  fault({
    id: 'unknown-property-is-refused',
    summary: 'Refuses a REQUEST that has a property which is not known.',
    rule: 'takesContent',
    requirement: '2446/3.7.3/unknown-extension-does-no-harm',
    replacement: (event) => event[1].every(([name]) => KNOWN.has(name)),
  }),
  fault({
    id: 'only-known-properties-are-kept',
    summary: 'Drops the properties that are not known before it stores a copy.',
    rule: 'contentOfCopy',
    requirement: '5546/3.7.3/iana-tokens-are-saved',
    replacement: (event) =>
      withProperties(
        event,
        event[1].filter(([name]) => KNOWN.has(name)),
      ),
  }),
  fault({
    id: 'extensions-stay-behind',
    summary: 'Leaves extensions out of the REQUEST to a Delegate.',
    rule: 'delegationContent',
    requirement: '5546/3.7.3/extensions-are-passed-on',
    replacement: (_received, delegated) => withoutProperty(delegated, ...EXTENSIONS),
  }),
  fault({
    id: 'forwarding-drops-extensions',
    summary: 'Leaves extensions out of a REQUEST that is forwarded.',
    rule: 'forwardedMessage',
    requirement: '5546/3.7.3/extensions-are-passed-on',
    replacement: (original) => {
      const events = new Set(eventsOf(original));
      const bare = original[2].map((part) =>
        events.has(part) ? withoutProperty(part, ...EXTENSIONS) : part,
      );
      return [original[0], original[1], bare];
    },
  }),
];

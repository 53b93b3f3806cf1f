import { makeProperty, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { remembered } from '../icalendar/remembered.js';
import { type Entry, entryOf } from './entry.js';
import { calendarAround, timezonesFor } from './message.js';
import { type Incoming, receivedAfter } from './received.js';
import type { Rules } from './rules.js';

const known = remembered<{ rules: Rules; copy: Entry }>();

/**
 * The copy of an event that was not known before. A message to many Recipients makes one copy, which all of them
 * share until theirs changes.
 *
 * @param parts the components of the message
 */
export function newCopy(message: JCalComponent, parts: readonly Incoming[], rules: Rules): Entry {
  const before = known.of(message);
  if (before?.rules === rules) return before.copy;
  const events = parts.map(({ event }) => withUid(rules.contentOfCopy(event), rules));
  const zones = rules.zonesOfCopy(timezonesFor(events, message));
  let copy = entryOf(calendarAround(events, zones));
  for (const part of parts) copy = { ...copy, received: receivedAfter(copy, part, rules) };
  known.keep(message, { rules, copy });
  return copy;
}

function withUid(event: JCalComponent, rules: Rules): JCalComponent {
  const given = textValue(event, 'uid') ?? '';
  const uid = rules.uidOfCopy(given);
  return uid === given ? event : withProperty(event, makeProperty('uid', uid));
}

import type { Driver, Duty, Party, Side } from './target.js';

/**
 * Who performs each duty under each driver. Only the target's duties are judged.
 *
 * Implicit (RFC 6638): the client decides (it edits the object), the server composes, sends, receives and stores;
 * section 3.2.5 makes the server answer for DTSTAMP and SEQUENCE, so those are composing.
 * Explicit: the reference acts as CUA and service in one, so all duties are its own.
 */
const HARNESS_DUTIES: Record<Driver, ReadonlySet<Duty>> = {
  explicit: new Set(),
  implicit: new Set(['decide']),
  mail: new Set(),
};

/** Which side of the port performs a duty under a driver. */
export function performedBy(duty: Duty, driver: Driver): 'target' | 'harness' {
  return HARNESS_DUTIES[driver].has(duty) ? 'harness' : 'target';
}

/** On which of two targets that exchange mail a party lives; undefined for one that may be on either. */
export function sideOfParty(party: Party): Side | undefined {
  if (party === 'organizer') return 'organizer';
  return party === 'attendee' || party === 'delegate' ? 'attendee' : undefined;
}

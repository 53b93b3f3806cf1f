import { withProperties } from '../icalendar/edit.js';
import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { canonicalAddress } from '../icalendar/read.js';
import { remembered } from '../icalendar/remembered.js';

const known = remembered<ReadonlyMap<string, number>>();

/**
 * Where each ATTENDEE stands among the properties of an event, by canonical address. Made once per event, however
 * often it is asked for; of two with the same address the first counts.
 */
export function attendeePlaces(event: JCalComponent): ReadonlyMap<string, number> {
  const before = known.of(event);
  if (before !== undefined) return before;
  const places = new Map<string, number>();
  let place = 0;
  for (const line of event[1]) {
    if (line[0] === 'attendee') {
      const address = canonicalAddress(String(line[3]));
      if (!places.has(address)) places.set(address, place);
    }
    place += 1;
  }
  known.keep(event, places);
  return places;
}

/** The ATTENDEE property of one of these addresses. */
export function attendeeLine(event: JCalComponent, addresses: readonly string[]): JCalProperty | undefined {
  const place = placeOf(event, addresses);
  return place === undefined ? undefined : event[1][place];
}

/** Whether the event lists one of these addresses as ATTENDEE. */
export function isListed(event: JCalComponent, addresses: readonly string[]): boolean {
  return placeOf(event, addresses) !== undefined;
}

/** The event with the ATTENDEE of one of these addresses changed; the same event when it lists none. */
export function withAttendeeLine(
  event: JCalComponent,
  addresses: readonly string[],
  change: (line: JCalProperty) => JCalProperty,
): JCalComponent {
  const place = placeOf(event, addresses);
  const line = place === undefined ? undefined : event[1][place];
  if (place === undefined || line === undefined) return event;
  const changed = withProperties(event, event[1].with(place, change(line)));
  known.keep(changed, attendeePlaces(event));
  return changed;
}

function placeOf(event: JCalComponent, addresses: readonly string[]): number | undefined {
  const places = attendeePlaces(event);
  for (const address of addresses) {
    const place = places.get(address) ?? places.get(canonicalAddress(address));
    if (place !== undefined) return place;
  }
  return undefined;
}

import { type JCalComponent, type JCalProperty, property } from '../icalendar/jcal.js';
import { canonicalAddress } from '../icalendar/read.js';
import { attendeePlaces } from './attendee-index.js';
import type { RecurrenceRules } from './rules.js';

/** A component and the Calendar Users that it concerns. */
export interface Part {
  readonly event: JCalComponent;
  readonly addresses: readonly string[];
}

/** Recipients who get the same components. */
export interface View {
  /** Calendar addresses, each once. */
  readonly recipients: readonly string[];
  readonly events: readonly JCalComponent[];
}

/** A component and all its Attendees. */
export function partOf(event: JCalComponent): Part {
  return { event, addresses: addressesIn(event) };
}

/** The addresses of the ATTENDEEs, as they stand, each once. */
export function addressesIn(event: JCalComponent): string[] {
  return addressesOf(event, () => true);
}

/** The addresses of those ATTENDEEs that are wanted, as they stand, each once. */
export function addressesOf(event: JCalComponent, isWanted: (line: JCalProperty) => boolean): string[] {
  const addresses: string[] = [];
  for (const place of attendeePlaces(event).values()) {
    const line = event[1][place];
    if (line !== undefined && isWanted(line)) addresses.push(String(line[3]));
  }
  return addresses;
}

/**
 * Who gets which components of one UID: each recipient those that concern it (RFC 6638 section 3.2.6), and of a series
 * the rest of it without the instances that do not. Recipients with the same components share a view.
 */
export function viewsOf(
  parts: readonly Part[],
  rules: Pick<RecurrenceRules, 'showsComponent' | 'seriesWithout'>,
  source: JCalComponent,
): View[] {
  const [single] = parts;
  if (single !== undefined && parts.length === 1) {
    return [{ recipients: single.addresses, events: [single.event] }];
  }
  const groups = new Map<string, { recipients: string[]; shown: ReadonlySet<number> }>();
  const [ifListed, ifNot] = [rules.showsComponent(true), rules.showsComponent(false)];
  for (const { address, concerned } of recipientsOf(parts).values()) {
    const shown = [...parts.keys()].filter((index) => (concerned.has(index) ? ifListed : ifNot));
    const group = groups.get(shown.join()) ?? { recipients: [], shown: new Set(shown) };
    group.recipients.push(address);
    groups.set(shown.join(), group);
  }
  const events = parts.map(({ event }) => event);
  return [...groups.values()].map(({ recipients, shown }) => ({
    recipients,
    events: eventsShown(events, shown, rules, source),
  }));
}

function recipientsOf(
  parts: readonly Part[],
): ReadonlyMap<string, { address: string; concerned: Set<number> }> {
  const found = new Map<string, { address: string; concerned: Set<number> }>();
  for (const [index, { addresses }] of parts.entries()) {
    for (const address of addresses) {
      const key = canonicalAddress(address);
      const before = found.get(key) ?? { address, concerned: new Set<number>() };
      before.concerned.add(index);
      found.set(key, before);
    }
  }
  return found;
}

function eventsShown(
  events: readonly JCalComponent[],
  shown: ReadonlySet<number>,
  rules: Pick<RecurrenceRules, 'seriesWithout'>,
  source: JCalComponent,
): JCalComponent[] {
  const hidden = events.flatMap((event, index): JCalProperty[] => {
    const id = property(event, 'recurrence-id');
    return shown.has(index) || id === undefined ? [] : [id];
  });
  const seen = events.filter((_event, index) => shown.has(index));
  if (hidden.length === 0) return seen;
  return seen.flatMap((event): JCalComponent[] => {
    if (property(event, 'recurrence-id') !== undefined) return [event];
    const left = rules.seriesWithout(event, hidden, source);
    return left === undefined ? [] : [left];
  });
}

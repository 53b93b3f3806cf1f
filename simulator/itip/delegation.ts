import { addressList } from '../icalendar/address-list.js';
import { type JCalComponent, type JCalProperty, parameter, properties } from '../icalendar/jcal.js';
import { canonicalAddress, sameAddress } from '../icalendar/read.js';
import { attendeeLine } from './attendee-index.js';

/** Who delegated to whom, as the ATTENDEEs of an event tell it (RFC 5546 sections 2.1.2 and 3.2.2.3). */

/** The calendar address of an ATTENDEE or ORGANIZER property, as it stands. */
export function addressOf(line: JCalProperty): string {
  return String(line[3]);
}

/** The ATTENDEE property of an address, if the event lists it. */
export function lineOf(event: JCalComponent, address: string): JCalProperty | undefined {
  return attendeeLine(event, [address]);
}

/** PARTSTAT of an ATTENDEE property in upper case; absent means NEEDS-ACTION (RFC 5545 section 3.2.12). */
export function partstatOf(line: JCalProperty): string {
  return (parameter(line, 'partstat') ?? 'NEEDS-ACTION').toUpperCase();
}

/** Whether this Attendee has handed the participation on. */
export function hasDelegated(line: JCalProperty): boolean {
  return partstatOf(line) === 'DELEGATED';
}

/** To whom this Attendee delegated. */
export function delegatesOf(line: JCalProperty): string[] {
  return addressList(line[1], 'delegated-to');
}

/** Who delegated to this Attendee. */
export function delegatorsOf(line: JCalProperty): string[] {
  return addressList(line[1], 'delegated-from');
}

/**
 * Everybody through whose hands the participation of this Attendee came: the Delegator, the Delegator's Delegator and
 * so on, nearest first. There is no limit of depth (RFC 5546 section 4.2.5). Each stands once, also where the event
 * shows a circle.
 */
export function delegationChain(event: JCalComponent, address: string): string[] {
  const chain = new Map<string, string>();
  let nearest = [address];
  while (nearest.length > 0) {
    const above = nearest.flatMap((each) => {
      const line = lineOf(event, each);
      return line === undefined ? [] : delegatorsOf(line);
    });
    nearest = above.filter((each) => !chain.has(canonicalAddress(each)));
    for (const each of nearest) chain.set(canonicalAddress(each), each);
  }
  return [...chain.values()];
}

/**
 * The ATTENDEE for whom a REPLY speaks. It may list both sides of a delegation in either order (RFC 5546 sections
 * 4.2.6 and 4.2.7): where one who was delegated to gives an answer of its own it is the Delegate's, else it is that
 * of the one who delegates.
 */
export function replyingLine(reply: JCalComponent): JCalProperty | undefined {
  const lines = properties(reply, 'attendee');
  const answering = lines.find((line) => isDelegate(line, lines) && isAnswer(partstatOf(line)));
  return answering ?? lastDelegating(lines) ?? lines[0];
}

function isAnswer(partstat: string): boolean {
  return partstat !== 'DELEGATED' && partstat !== 'NEEDS-ACTION';
}

function isDelegate(line: JCalProperty, lines: readonly JCalProperty[]): boolean {
  const names = (other: JCalProperty) =>
    delegatesOf(other).some((delegate) => sameAddress(delegate, addressOf(line)));
  return delegatorsOf(line).length > 0 || lines.some(names);
}

/** Of several who delegated, the one whose Delegate has not delegated in turn: Bert to Carla to Dora is Carla's. */
function lastDelegating(lines: readonly JCalProperty[]): JCalProperty | undefined {
  const delegating = lines.filter(hasDelegated);
  return delegating.find(
    (line) =>
      !delegating.some((other) =>
        delegatesOf(line).some((delegate) => sameAddress(delegate, addressOf(other))),
      ),
  );
}

/** Whether the one with these addresses delegated to that address, by the own ATTENDEE of the event. */
export function hasDelegatedTo(event: JCalComponent, own: readonly string[], delegate: string): boolean {
  return own.some((address) => {
    const line = lineOf(event, address);
    return line !== undefined && delegatesOf(line).some((each) => sameAddress(each, delegate));
  });
}

import { type JCalComponent, parameter, property } from './jcal.js';

/** How far a RECURRENCE-ID reaches beyond its instance: RANGE (RFC 5545 section 3.2.13, RFC 2445 section 4.2.13). */

/** To all later instances or, in RFC 2445 only, to all earlier ones. */
export type Range = 'THISANDFUTURE' | 'THISANDPRIOR';

/** RANGE of a component; undefined where it names one instance or none, also by a RANGE that nobody knows. */
export function rangeOf(event: JCalComponent): Range | undefined {
  const id = property(event, 'recurrence-id');
  const range = id && parameter(id, 'range')?.toUpperCase();
  return range === 'THISANDFUTURE' || range === 'THISANDPRIOR' ? range : undefined;
}

/** A range of instances. */
export interface Reach {
  readonly range: Range | undefined;
  /** Key of the instance that it begins or ends with. */
  readonly named: string;
}

/** Whether a range reaches an instance; a scope without range reaches its own. */
export function reaches({ range, named }: Reach, instance: string): boolean {
  if (range === 'THISANDFUTURE') return instance >= named;
  if (range === 'THISANDPRIOR') return instance <= named;
  return instance === named;
}

/** Of those that reach an instance from before it the last one, else the first of those that reach it from behind. */
export function nearestReaching<Ranged extends Reach>(
  ranges: readonly Ranged[],
  instance: string,
): Ranged | undefined {
  const reaching = ranges.filter((each) => reaches(each, instance));
  const from = (range: Range) =>
    reaching.filter((each) => each.range === range).sort((one, other) => (one.named < other.named ? -1 : 1));
  return from('THISANDFUTURE').at(-1) ?? from('THISANDPRIOR')[0];
}

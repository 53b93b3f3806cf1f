import type { Cutype } from '../targets/target.js';

/** The people of the suite. Their addresses belong to the target; only their names are fixed. */
export const PERSONAS = [
  'Anna',
  'Bert',
  'Carla',
  'Dora',
  'Dirk',
  'Rita',
  'Sven',
  'Otto',
  'Erik',
  'Emil',
  'Crew',
] as const;

/** Calendar Users of other systems: the harness plays them. */
export const EXTERNAL: readonly string[] = ['Erik', 'Emil'];

/** Those who are no persons: a room, and a group. */
export const CUTYPES: Readonly<Record<string, Cutype>> = { Rita: 'ROOM', Crew: 'GROUP' };

/** Who belongs to a group. */
export const MEMBERS: Readonly<Record<string, readonly string[]>> = { Crew: ['Dora', 'Erik'] };

/** For whom somebody may schedule: Sven is the secretary of Anna and of Bert. */
export const RIGHTS: Readonly<Record<string, readonly string[]>> = { Sven: ['Anna', 'Bert'] };

/** The people whom these sentences speak of, in the order of `PERSONAS`. */
export function peopleIn(sentences: readonly string[]): string[] {
  const words = new Set(sentences.flatMap((sentence) => sentence.match(/[A-Za-z]+/g) ?? []));
  return PERSONAS.filter((name) => words.has(name));
}

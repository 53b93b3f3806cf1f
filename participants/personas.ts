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
  'Frederik',
  'Mona',
  'Mark',
  'Crew',
] as const;

/** Calendar Users of other systems: the harness plays them. */
export const EXTERNAL: readonly string[] = ['Erik', 'Emil', 'Frederik', 'Mona', 'Mark'];

/** Of these, those whom only mail reaches. */
const BY_MAIL: readonly string[] = ['Mona', 'Mark'];

/** Those who are no persons: a room, and a group. */
const CUTYPES: Readonly<Record<string, Cutype>> = { Rita: 'ROOM', Crew: 'GROUP' };

/** Who belongs to a group. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = { Crew: ['Dora', 'Erik'] };

/** For whom somebody may schedule: Sven is the secretary of Anna and of Bert. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = { Sven: ['Anna', 'Bert'] };

/** What is known of the people besides their names, as the port wants it. */
export const ABOUT_PEOPLE = {
  cutypes: CUTYPES,
  members: MEMBERS,
  rights: RIGHTS,
  byMail: BY_MAIL,
} as const;

/** The people whom these sentences speak of, in the order of `PERSONAS`. */
export function peopleIn(sentences: readonly string[]): string[] {
  const words = new Set(sentences.flatMap((sentence) => sentence.match(/[A-Za-z]+/g) ?? []));
  return PERSONAS.filter((name) => words.has(name));
}

/** The people of the suite. Their addresses belong to the target; only their names are fixed. */
export const PERSONAS = ['Anna', 'Bert', 'Carla', 'Dora', 'Dirk', 'Rita', 'Sven', 'Otto', 'Erik'] as const;

/** Calendar Users of other systems: the harness plays them. */
export const EXTERNAL: readonly string[] = ['Erik'];

/** The people whom these sentences speak of, in the order of `PERSONAS`. */
export function peopleIn(sentences: readonly string[]): string[] {
  const words = new Set(sentences.flatMap((sentence) => sentence.match(/[A-Za-z]+/g) ?? []));
  return PERSONAS.filter((name) => words.has(name));
}

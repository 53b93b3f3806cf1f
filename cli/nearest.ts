import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant, if one is near enough: two letters, or a third of them, may differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(word, known);
  const difference = distance(word, found);
  return difference < found.length && difference <= Math.max(2, found.length / 3) ? found : undefined;
}

/** A sentence that offers the nearest word, or lists all of them when there are few; empty when neither helps. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  if (meant !== undefined) return `; did you mean ${meant}?`;
  return known.length > 0 && known.length <= 12 ? `; known are: ${known.join(', ')}` : '';
}

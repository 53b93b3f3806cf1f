interface Expression {
  /** The arguments that a text has for a sentence; null when it is another sentence. */
  match(text: string): unknown;
}

/** The part of a loaded library that Cucumber's published types leave out. */
interface Sentences {
  readonly stepDefinitions: readonly { readonly expression: Expression }[];
}

/**
 * Lets a library remember which of its sentences each text is. Cucumber holds every step against every sentence, and
 * against those that fit three times over, again in each pass; the same texts come back throughout the suite.
 */
export function rememberMatches(library: object): void {
  const expressions = (library as Sentences).stepDefinitions.map(({ expression }) => expression);
  const originals = expressions.map((expression) => expression.match.bind(expression));
  const remembered = new Map<string, ReadonlyMap<Expression, unknown>>();
  const fitting = (text: string): ReadonlyMap<Expression, unknown> => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = expressions.map(
      (expression, index) => [expression, originals[index]?.(text) ?? null] as const,
    );
    const matches = new Map(found.filter(([, match]) => match !== null));
    remembered.set(text, matches);
    return matches;
  };
  let last: { readonly text: string; readonly matches: ReadonlyMap<Expression, unknown> } | undefined;
  for (const expression of expressions) {
    expression.match = (text) => {
      if (last?.text !== text) last = { text, matches: fitting(text) };
      return last.matches.get(expression) ?? null;
    };
  }
}

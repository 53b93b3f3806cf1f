/** What a sentence is matched by, as far as this needs it; Cucumber's published types leave it out. */
interface TreeRegexp {
  readonly regexp: RegExp;
  readonly groupBuilder: { build(match: RegExpExecArray, nextGroup: () => number): unknown };
  match(text: string): unknown;
}

/**
 * Lets sentences learn from the engine where the groups of a match lie. Cucumber measures that by a second expression,
 * which it derives from the first and compiles anew for each match, since engines could not tell when it was written.
 */
export function measureNatively(library: object): void {
  for (const { expression } of (library as Sentences).stepDefinitions) {
    const { treeRegexp } = expression;
    const { source, flags } = treeRegexp.regexp;
    const measuring = new RegExp(source, `${flags}d`);
    treeRegexp.match = (text) => {
      const match = measuring.exec(text);
      let group = 0;
      return match && treeRegexp.groupBuilder.build(match, () => group++);
    };
  }
}

interface Sentences {
  readonly stepDefinitions: readonly { readonly expression: { readonly treeRegexp: TreeRegexp } }[];
}

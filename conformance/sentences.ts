import type { GherkinDocument, Pickle, RuleChild, Scenario, Step } from '@cucumber/messages';

/** One step of a scenario, as its feature file has it. */
export interface Sentence {
  /** `Given`, `When`, `Then`, `And`, `But` or `*`. */
  readonly keyword: string;
  readonly text: string;
  /** The rows of its table, if it has one. */
  readonly table?: readonly (readonly string[])[];
}

/** The rule that a scenario stands under, if any, and its steps, those of its Backgrounds first. */
export interface Wording {
  readonly rule: string | undefined;
  readonly steps: readonly Sentence[];
}

/** How a scenario is worded; of an outline, with the values of its example row. */
export function wordingOf(pickle: Pickle, document: GherkinDocument): Wording {
  const children = document.feature?.children ?? [];
  const node = pickle.astNodeIds[0];
  const rule = children.find((child) =>
    child.rule?.children.some(({ scenario }) => scenario?.id === node),
  )?.rule;
  const keywords = new Map(
    [...children, ...(rule?.children ?? [])].flatMap(stepsIn).map(({ id, keyword }) => [id, keyword.trim()]),
  );
  return {
    rule: rule?.name,
    steps: pickle.steps.map(({ text, argument, astNodeIds }) => {
      const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
      return { keyword: keywords.get(astNodeIds[0] ?? '') ?? '*', text, ...(rows && { table: rows }) };
    }),
  };
}

function stepsIn({ background, scenario }: RuleChild): readonly Step[] {
  return [...(background?.steps ?? []), ...(scenario?.steps ?? [])];
}

/** Every scenario of a feature, those under rules, too. */
export function scenariosUnder(document: GherkinDocument): Scenario[] {
  const children = document.feature?.children ?? [];
  return children
    .flatMap((child): readonly RuleChild[] => child.rule?.children ?? [child])
    .flatMap(({ scenario }) => scenario ?? []);
}

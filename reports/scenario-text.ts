/** The wording of a scenario, which results do not hold; the suite's scenarios have this shape. */
export interface ScenarioText {
  readonly id: string;
  /** The rule of the feature file that it stands under. */
  readonly rule: string | undefined;
  readonly steps: readonly {
    readonly keyword: string;
    readonly text: string;
    readonly table?: readonly (readonly string[])[];
  }[];
}

import { generateMessages } from '@cucumber/gherkin';
import {
  type GherkinDocument,
  IdGenerator,
  type Pickle,
  PickleStepType,
  SourceMediaType,
  type Step,
  StepKeywordType,
} from '@cucumber/messages';

/** One sentence of a scenario: what section it is in, and whether its own word opened that section. */
export interface Sentence {
  readonly section: 'Given' | 'When' | 'Then';
  readonly opens: boolean;
  /** False when it stands in a Background. */
  readonly own: boolean;
  readonly text: string;
}

/** A scenario, or one example of an outline, as far as tidiness goes. */
export interface TidyScenario {
  /** `URI:LINE`, as the suite has it. */
  readonly place: string;
  readonly tags: readonly string[];
  readonly sentences: readonly Sentence[];
}

/** The scenarios of a feature file. Throws an Error when it cannot be parsed. */
export function scenariosOf(uri: string, text: string): TidyScenario[] {
  const envelopes = generateMessages(text, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    includeGherkinDocument: true,
    includePickles: true,
    includeSource: false,
    newId: IdGenerator.incrementing(),
  });
  const problem = envelopes.find(({ parseError }) => parseError !== undefined)?.parseError;
  if (problem !== undefined) throw new Error(`${uri}: ${problem.message}`);
  const steps = new Map(
    envelopes.flatMap(({ gherkinDocument }) =>
      gherkinDocument === undefined ? [] : stepsIn(gherkinDocument),
    ),
  );
  return envelopes.flatMap(({ pickle }) => (pickle === undefined ? [] : [scenarioFrom(pickle, uri, steps)]));
}

interface WrittenStep {
  readonly step: Step;
  readonly own: boolean;
}

function stepsIn({ feature }: GherkinDocument): [string, WrittenStep][] {
  const children = (feature?.children ?? []).flatMap((child) => [child, ...(child.rule?.children ?? [])]);
  return children.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []).map((step): [string, WrittenStep] => [step.id, { step, own: false }]),
    ...(scenario?.steps ?? []).map((step): [string, WrittenStep] => [step.id, { step, own: true }]),
  ]);
}

const SECTIONS: Readonly<Record<PickleStepType, Sentence['section']>> = {
  [PickleStepType.UNKNOWN]: 'Given',
  [PickleStepType.CONTEXT]: 'Given',
  [PickleStepType.ACTION]: 'When',
  [PickleStepType.OUTCOME]: 'Then',
};

function scenarioFrom(pickle: Pickle, uri: string, steps: ReadonlyMap<string, WrittenStep>): TidyScenario {
  const sentences = pickle.steps.map(({ text, type, astNodeIds }): Sentence => {
    const written = steps.get(astNodeIds[0] ?? '');
    return {
      section: SECTIONS[type ?? PickleStepType.UNKNOWN],
      opens: written?.step.keywordType !== StepKeywordType.CONJUNCTION,
      own: written?.own ?? true,
      text,
    };
  });
  const tags = pickle.tags.map(({ name }) => name);
  return { place: `${uri}:${pickle.location?.line ?? 0}`, tags, sentences };
}

const LEVELS = ['@must', '@should', '@may', '@implied'];
const ROW = /^@(\d{4}|service)\//;
/** Sentences of a scenario, without those of its Background. */
const MOST_SENTENCES = 9;

/** What is wrong with the form of a scenario (design: Given arranges, one When, Then only looks). */
export function untidyScenario({ place, tags, sentences }: TidyScenario): string[] {
  const levels = tags.filter((tag) => LEVELS.includes(tag)).length;
  const rows = tags.filter((tag) => ROW.test(tag)).length;
  const own = sentences.filter((sentence) => sentence.own).length;
  const whens = sentences.filter(({ section, opens }) => section === 'When' && opens).length;
  const order = sentences.map(({ section }) => section).filter((section, at, all) => section !== all[at - 1]);
  const complaints = [
    levels === 1 ? '' : `has ${levels} level tags`,
    rows === 1 ? '' : `has ${rows} row tags`,
    own <= MOST_SENTENCES ? '' : `has ${own} sentences; ${MOST_SENTENCES} are the most`,
    whens === 1 ? '' : `has ${whens} Whens`,
    order.at(-1) === 'Then' ? '' : 'does not end with looks',
    new Set(order).size === order.length ? '' : `goes ${order.join(', ')}`,
  ];
  return complaints.filter((text) => text !== '').map((text) => `${place} ${text}`);
}

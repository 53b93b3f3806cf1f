import {
  After,
  Before,
  BeforeStep,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
} from '@cucumber/cucumber';
import type { PickleStepType } from '@cucumber/messages';
import { tellEnding } from '../participants/ending.js';
import { peopleIn } from '../participants/personas.js';
import { Play } from '../participants/play.js';
import { laneOf, type Trouble } from '../targets/lane.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { ScenarioWorld } from './world.js';

setWorldConstructor(ScenarioWorld);
/** Deadlines belong to the target, not to Cucumber. */
setDefaultTimeout(-1);

const PHASES: Readonly<Record<PickleStepType, Trouble['phase']>> = {
  Context: 'arrange',
  Action: 'act',
  Outcome: 'look',
  Unknown: 'hook',
};

Before(async function (this: ScenarioWorld, { pickle }) {
  const lane = laneOf(this.parameters.lane);
  if (lane.aborted()) return 'skipped';
  this.scenarioId = lane.scenarioAt(pickle.uri, pickle.id);
  const sentences = pickle.steps.flatMap(({ text, argument }) => [text, JSON.stringify(argument ?? '')]);
  this.sentence = 'the stage opens';
  this.begin(await Play.open(lane, this.scenarioId, peopleIn(sentences)));
  return undefined;
});

BeforeStep(function (this: ScenarioWorld, { pickleStep }) {
  this.phase = PHASES[pickleStep.type ?? 'Unknown'];
  this.sentence = pickleStep.text;
});

After(async function (this: ScenarioWorld, { result }) {
  if (this.scenarioId === '') return;
  if (this.trouble === undefined && result?.status !== 'PASSED') {
    const error = new HarnessFault(
      `a sentence is ${result?.status ?? 'without result'}: no one definition fits`,
    );
    this.trouble = { phase: 'hook', error, sentence: this.sentence };
  }
  const { playIfAny, trouble } = this;
  if (playIfAny !== undefined) await tellEnding(playIfAny, trouble?.error);
  await laneOf(this.parameters.lane).finish({
    scenarioId: this.scenarioId,
    stage: this.playIfAny?.stage,
    trouble: this.trouble,
    waitedMs: this.playIfAny?.waitedMs ?? 0,
    ...(this.playIfAny === undefined ? {} : { markers: this.playIfAny.markers }),
  });
});

type Body = (this: ScenarioWorld, ...parameters: unknown[]) => unknown;

/** Keeps the first error of a scenario as it was thrown; Cucumber itself only passes text on. */
setDefinitionFunctionWrapper(
  (body: Body): Body =>
    async function (this: ScenarioWorld, ...parameters) {
      try {
        return await body.apply(this, parameters);
      } catch (error) {
        this.trouble ??= { phase: this.phase, error, sentence: this.sentence };
        throw error;
      }
    },
);

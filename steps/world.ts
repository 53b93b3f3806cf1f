import { World } from '@cucumber/cucumber';
import type { Play } from '../participants/play.js';
import type { Trouble } from '../targets/lane.js';
import { HarnessFault } from '../targets/outcome-errors.js';

/** What the steps of one scenario share. */
export class ScenarioWorld extends World<{ readonly lane: string }> {
  scenarioId = '';
  phase: Trouble['phase'] = 'hook';
  sentence = '';
  trouble: Trouble | undefined;
  #play: Play | undefined;

  get play(): Play {
    if (this.#play === undefined) throw new HarnessFault('the stage is not open');
    return this.#play;
  }

  /** The play if the stage ever opened. */
  get playIfAny(): Play | undefined {
    return this.#play;
  }

  begin(play: Play): void {
    this.#play = play;
  }
}

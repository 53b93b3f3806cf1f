import { Then } from '@cucumber/cucumber';
import * as looks from '../participants/extension-looks.js';
import type { Which } from '../participants/which.js';
import type { ScenarioWorld } from './world.js';

/** What becomes of properties that a client need not know. */

Then(
  "{person}'s copy has {word} {string}",
  function (this: ScenarioWorld, who: string, name: string, value: string) {
    return looks.copyHas(this.play, who, name, value);
  },
);

Then(
  'the {message} has {word} {string}',
  function (this: ScenarioWorld, which: Which, name: string, value: string) {
    return looks.messageHas(this.play, which, name, value);
  },
);

Then(
  'the {message} has {word} {string} of {word}',
  function (this: ScenarioWorld, which: Which, name: string, value: string, of: string) {
    return looks.messageHasParameter(this.play, which, { name, value, of });
  },
);

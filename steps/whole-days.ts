import { Then } from '@cucumber/cucumber';
import { showsDay } from '../participants/day-looks.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** Events of whole days. */

Then(
  "{person}'s calendar shows {string} on the day {day}",
  function (this: ScenarioWorld, who: string, title: string, day: ZonedTime) {
    return showsDay(this.play, who, title, day);
  },
);

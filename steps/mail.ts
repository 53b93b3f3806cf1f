import { Then } from '@cucumber/cucumber';
import * as looks from '../participants/mail-looks.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What stands in the mails that a scheduling service sends. `the mail to Mona` is the newest one. */

Then(
  'the mail to {person} is a {method} about {string} by iMIP',
  function (this: ScenarioWorld, to: string, method: string, title: string) {
    return looks.isImip(this.play, to, method, title);
  },
);

Then(
  'the mail to {person} says that it is from {person} and for nobody else',
  function (this: ScenarioWorld, to: string, from: string) {
    return looks.isFromAndTo(this.play, to, from);
  },
);

Then(
  'the mails to {person} bring {string} on {moment}',
  function (this: ScenarioWorld, to: string, title: string, start: ZonedTime) {
    return looks.bringTimes(this.play, to, title, [start]);
  },
);

Then(
  'the mails to {person} bring {string} on {moment}, then on {moment}',
  function (this: ScenarioWorld, to: string, title: string, first: ZonedTime, second: ZonedTime) {
    return looks.bringTimes(this.play, to, title, [first, second]);
  },
);

Then(
  '{int} mails have left, each with a Message-ID of its own',
  function (this: ScenarioWorld, count: number) {
    return looks.haveOwnIds(this.play, count);
  },
);

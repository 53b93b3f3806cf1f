import { Then, When } from '@cucumber/cucumber';
import * as organizer from '../participants/organizer.js';
import * as looks from '../participants/request-looks.js';
import type { Which } from '../participants/which.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What a REQUEST is for, and what comes back when it asks for a status. */

When(
  '{person} reschedules {string} to {moment} with the {detail} {string}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    start: ZonedTime,
    detail: string,
    value: string,
  ) {
    return organizer.reschedule(this.play, who, title, start, { changes: { [detail]: value } });
  },
);

Then('the {message} writes SEQUENCE out', function (this: ScenarioWorld, which: Which) {
  return looks.writesSequence(this.play, which);
});

Then(
  'the {message} has the series, {moment} moved to {moment}',
  function (this: ScenarioWorld, which: Which, instance: ZonedTime, start: ZonedTime) {
    return looks.hasSeriesWith(this.play, which, instance, start);
  },
);

Then(
  'the {message} names the instance on {moment} where LOCATION is {string}',
  function (this: ScenarioWorld, which: Which, instance: ZonedTime, location: string) {
    return looks.namesInstanceWhere(this.play, which, instance, location);
  },
);

Then(
  'the {message} leaves time, details and Attendees as they were',
  function (this: ScenarioWorld, which: Which) {
    return looks.leavesEventAsItWas(this.play, which);
  },
);

Then('a REPLY from {person} comes in return', function (this: ScenarioWorld, from: string) {
  return looks.repliesInReturn(this.play, from);
});

Then(
  'a REPLY from {person} that says {word} comes in return',
  function (this: ScenarioWorld, from: string, partstat: string) {
    return looks.repliesInReturn(this.play, from, partstat);
  },
);

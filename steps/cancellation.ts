import { Then } from '@cucumber/cucumber';
import * as looks from '../participants/cancellation-looks.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** How Attendees are told of cancelled instances: by CANCEL, or by a REQUEST for what is left of the series. */

Then(
  '{people} learn(s) that the instance on {moment} is cancelled',
  function (this: ScenarioWorld, people: string[], instance: ZonedTime) {
    return looks.areTold(this.play, people, [instance]);
  },
);

Then(
  'the cancellation for {person} raises SEQUENCE to {int}',
  function (this: ScenarioWorld, to: string, sequence: number) {
    return looks.raisesSequence(this.play, to, sequence);
  },
);

Then(
  'the cancellation for {person} names the instance on {moment}',
  function (this: ScenarioWorld, to: string, instance: ZonedTime) {
    return looks.namesInstances(this.play, to, [instance]);
  },
);

Then(
  'the cancellation for {person} names the instances on {moment} and on {moment}',
  function (this: ScenarioWorld, to: string, one: ZonedTime, other: ZonedTime) {
    return looks.namesInstances(this.play, to, [one, other]);
  },
);

Then('the cancellation for {person} is one of the whole series', function (this: ScenarioWorld, to: string) {
  return looks.namesTheSeries(this.play, to);
});

Then(
  'the cancellation for {person} lists {person} for the instance on {moment}',
  function (this: ScenarioWorld, to: string, attendee: string, instance: ZonedTime) {
    return looks.listsForInstance(this.play, to, attendee, instance);
  },
);

Then(
  'the cancellation for {person} begins with the instance on {moment}',
  function (this: ScenarioWorld, to: string, instance: ZonedTime) {
    return looks.beginsWith(this.play, to, instance);
  },
);

Then(
  'the cancellation for {person} ends, if it says when, on {moment}',
  function (this: ScenarioWorld, to: string, end: ZonedTime) {
    return looks.endsOn(this.play, to, end);
  },
);

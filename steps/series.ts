import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { type Answer, answer } from '../participants/attendee.js';
import * as message from '../participants/message-looks.js';
import { momentFrom } from '../participants/moments.js';
import * as organizer from '../participants/organizer.js';
import * as series from '../participants/series.js';
import * as looks from '../participants/series-looks.js';
import type { Which } from '../participants/which.js';
import type { Recurrence, ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** Recurring events and their instances. An instance is named by its start in the series. */

Given(
  '{person} organizes {string} with {people} on {moment}, {recurrence}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    attendees: string[],
    start: ZonedTime,
    recurrence: Recurrence,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, recurrence });
  },
);

Given(
  '{person} organizes {string} with {people} on {moment} and also on {moment}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    attendees: string[],
    start: ZonedTime,
    other: ZonedTime,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, recurrence: { also: [other] } });
  },
);

When(
  '{person} reschedules {string} to {moment}, {recurrence}',
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime, recurrence: Recurrence) {
    return organizer.reschedule(this.play, who, title, start, { recurrence });
  },
);

When(
  '{person} moves the instance of {string} on {moment} to {moment}',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime, start: ZonedTime) {
    return series.moveInstance(this.play, who, title, instance, start);
  },
);

When(
  '{person} moves {string} from {moment} on to {moment}',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime, start: ZonedTime) {
    return series.moveInstance(this.play, who, title, instance, start, 'THISANDFUTURE');
  },
);

When(
  '{person} changes the {detail} of the instance of {string} on {moment} to {string}',
  function (
    this: ScenarioWorld,
    who: string,
    detail: string,
    title: string,
    instance: ZonedTime,
    value: string,
  ) {
    return series.changeInstance(this.play, who, title, instance, { [detail]: value });
  },
);

When(
  '{person} invites {person} to the instance of {string} on {moment}',
  function (this: ScenarioWorld, who: string, invited: string, title: string, instance: ZonedTime) {
    return series.inviteToInstance(this.play, who, invited, title, instance);
  },
);

When(
  '{person} uninvites {person} from the instance of {string} on {moment}',
  function (this: ScenarioWorld, who: string, attendee: string, title: string, instance: ZonedTime) {
    return series.uninviteFromInstance(this.play, who, attendee, title, instance);
  },
);

When(
  '{person} cancels the instance of {string} on {moment}',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime) {
    return series.cancelInstances(this.play, who, title, [instance]);
  },
);

When(
  '{person} cancels the instances of {string} on {moment} and on {moment}',
  function (this: ScenarioWorld, who: string, title: string, one: ZonedTime, other: ZonedTime) {
    return series.cancelInstances(this.play, who, title, [one, other]);
  },
);

When(
  '{person} cancels {string} from {moment} on',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime) {
    return series.cancelInstances(this.play, who, title, [instance], 'THISANDFUTURE');
  },
);

When(
  '{person} cancels {string} up to {moment}',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime) {
    return series.cancelInstances(this.play, who, title, [instance], 'THISANDPRIOR');
  },
);

When(
  '{person} {answer} for the instance on {moment}',
  function (this: ScenarioWorld, who: string, kind: Answer, instance: ZonedTime) {
    return answer(this.play, who, kind, { instance });
  },
);

When(
  '{person} {answer} for the day {day}',
  function (this: ScenarioWorld, who: string, kind: Answer, day: ZonedTime) {
    return answer(this.play, who, kind, { instance: day });
  },
);

Then(
  "{person}'s calendar shows these instances of {string}:",
  function (this: ScenarioWorld, who: string, title: string, table: DataTable) {
    const wanted = table.hashes().map(({ Start = '', Location }) => ({
      start: momentFrom(Start),
      ...(Location === undefined ? {} : { location: Location }),
    }));
    return looks.showsInstances(this.play, who, title, wanted);
  },
);

Then(
  "{person}'s calendar shows an instance of {string} on {moment}",
  function (this: ScenarioWorld, who: string, title: string, moment: ZonedTime) {
    return looks.showsInstanceAt(this.play, who, title, moment);
  },
);

Then(
  "{person}'s calendar shows {person} as {partstats} on {moment}",
  function (this: ScenarioWorld, who: string, attendee: string, partstats: string[], instance: ZonedTime) {
    return looks.showsPartstatOn(this.play, who, attendee, partstats, instance);
  },
);

Then('the {message} is about the whole event', function (this: ScenarioWorld, which: Which) {
  return message.namesNoInstance(this.play, which);
});

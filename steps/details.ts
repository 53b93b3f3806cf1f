import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import * as looks from '../participants/detail-looks.js';
import { copyHas } from '../participants/extension-looks.js';
import * as organizer from '../participants/organizer.js';
import * as series from '../participants/series.js';
import * as seriesLooks from '../participants/series-looks.js';
import type { Which } from '../participants/which.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What events have besides time and place: STATUS, roles, a DURATION, an alarm, dates added and left out. */

Given(
  '{person} organizes {string} as {word} with {people} on {moment}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    status: 'TENTATIVE' | 'CONFIRMED',
    attendees: string[],
    start: ZonedTime,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, details: { status } });
  },
);

Given(
  '{person} organizes {string} on {moment} with:',
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime, table: DataTable) {
    const rows = table.hashes().map(({ Attendee = '', ROLE = '' }) => [Attendee.toLowerCase(), ROLE]);
    const roles = Object.fromEntries(rows) as Record<string, string>;
    return organizer.organize(this.play, who, {
      ...{ title, start, attendees: Object.keys(roles), details: { roles } },
    });
  },
);

Given(
  '{person} organizes {string} with {people} on {moment} for {duration}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    attendees: string[],
    start: ZonedTime,
    duration: string,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, details: { duration } });
  },
);

Given(
  '{person} organizes {string} with {people} on {moment} and sets an alarm',
  function (this: ScenarioWorld, who: string, title: string, attendees: string[], start: ZonedTime) {
    return organizer.organize(this.play, who, { title, attendees, start, details: { alarm: true } });
  },
);

When(
  '{person} prolongs {string} to {duration}',
  function (this: ScenarioWorld, who: string, title: string, duration: string) {
    return organizer.reschedule(this.play, who, title, this.play.meeting(title).start, { duration });
  },
);

When(
  '{person} adds {moment} to {string}',
  function (this: ScenarioWorld, who: string, date: ZonedTime, title: string) {
    return series.addDate(this.play, who, title, date);
  },
);

When(
  '{person} leaves {moment} out of {string}',
  function (this: ScenarioWorld, who: string, date: ZonedTime, title: string) {
    return series.leaveOut(this.play, who, title, date);
  },
);

Then(
  "the STATUS in {person}'s calendar is {word}",
  function (this: ScenarioWorld, who: string, status: string) {
    return copyHas(this.play, who, 'STATUS', status);
  },
);

Then(
  "the SUMMARY in {person}'s calendar is {string}",
  function (this: ScenarioWorld, who: string, summary: string) {
    return copyHas(this.play, who, 'SUMMARY', summary);
  },
);

Then('the {message} has a later DTSTAMP than the one before', function (this: ScenarioWorld, which: Which) {
  return looks.isStampedLater(this.play, which);
});

Then(
  "{person} is listed in {person}'s calendar as Delegator of {people}",
  function (this: ScenarioWorld, delegator: string, who: string, delegates: string[]) {
    return looks.showsDelegates(this.play, who, delegator, delegates);
  },
);

Then(
  'the REQUEST to {person} has no greater SEQUENCE than the one to {person}',
  function (this: ScenarioWorld, to: string, delegator: string) {
    return looks.hasNoGreaterSequence(this.play, { method: 'REQUEST', to }, delegator);
  },
);

Then('the {message} has no alarm or a complete one', function (this: ScenarioWorld, which: Which) {
  return looks.hasSoundAlarms(this.play, which);
});

Then(
  'the REPLY from {person} carries SEQUENCE {int} for the instance on {moment}',
  function (this: ScenarioWorld, from: string, sequence: number, instance: ZonedTime) {
    return seriesLooks.carriesSequenceFor(this.play, from, sequence, instance);
  },
);

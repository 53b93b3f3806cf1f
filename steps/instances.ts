import { type DataTable, Then, When } from '@cucumber/cucumber';
import * as looks from '../participants/instance-looks.js';
import { momentFrom } from '../participants/moments.js';
import { moveInstance } from '../participants/series.js';
import type { Which } from '../participants/which.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** How messages name instances, and what Attendees see of a series that was changed from some instance on. */

When(
  '{person} moves {string} up to {moment} to {moment}',
  function (this: ScenarioWorld, who: string, title: string, instance: ZonedTime, start: ZonedTime) {
    return moveInstance(this.play, who, title, instance, start, 'THISANDPRIOR');
  },
);

Then(
  'the {message} moves the instance on {moment} to {moment}',
  function (this: ScenarioWorld, which: Which, instance: ZonedTime, start: ZonedTime) {
    return looks.movesInstance(this.play, which, instance, start);
  },
);

Then(
  'the {message} names the instance on {moment}',
  function (this: ScenarioWorld, which: Which, instance: ZonedTime) {
    return looks.namesInstance(this.play, which, [instance]);
  },
);

Then(
  'the {message} names the instance on {moment} or {moment}',
  function (this: ScenarioWorld, which: Which, one: ZonedTime, other: ZonedTime) {
    return looks.namesInstance(this.play, which, [one, other]);
  },
);

Then(
  'the {message} has a VEVENT for the series and none besides',
  function (this: ScenarioWorld, which: Which) {
    return looks.namesSeriesOnly(this.play, which);
  },
);

Then('the {message} names the day {day}', function (this: ScenarioWorld, which: Which, day: ZonedTime) {
  return looks.namesDay(this.play, which, day);
});

Then(
  'the REPLY from {person} says {word} on {moment} and {word} for the others',
  function (this: ScenarioWorld, who: string, partstat: string, instance: ZonedTime, others: string) {
    return looks.answersOnly(this.play, who, { instance, partstat, others });
  },
);

/** An Organizer may change the rest of a series by ending it and beginning another one. */
Then(
  "{person}'s calendar shows {string}, in one series or in several, on:",
  function (this: ScenarioWorld, who: string, title: string, table: DataTable) {
    const starts = table.hashes().map(({ Start = '' }) => momentFrom(Start));
    return looks.showsUnderAnyUid(this.play, who, title, starts);
  },
);

import { type DataTable, Then } from '@cucumber/cucumber';
import * as calendar from '../participants/calendar-looks.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What calendars show. */

Then(
  "{person}'s calendar shows {string} on {moment}",
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime) {
    return calendar.showsAt(this.play, who, title, { start });
  },
);

Then(
  "{person}'s calendar shows {string} from {moment} until {moment}",
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime, end: ZonedTime) {
    return calendar.showsAt(this.play, who, title, { start, end });
  },
);

Then("{person}'s calendar has {string} once", function (this: ScenarioWorld, who: string, title: string) {
  return calendar.showsOnce(this.play, who, title);
});

Then(
  "{person}'s calendar shows {person} as {partstats}",
  function (this: ScenarioWorld, who: string, attendee: string, partstats: string[]) {
    return calendar.showsPartstat(this.play, who, attendee, partstats);
  },
);

Then(
  "{person}'s calendar shows these Attendees:",
  function (this: ScenarioWorld, who: string, table: DataTable) {
    const wanted = table
      .hashes()
      .map((row) => ({ id: row.Attendee?.toLowerCase() ?? '', partstat: row.PARTSTAT ?? '' }));
    return calendar.showsAttendees(this.play, who, wanted);
  },
);

Then(
  "the {detail} in {person}'s calendar is {string}",
  function (this: ScenarioWorld, detail: 'location' | 'description', who: string, value: string) {
    return calendar.showsDetail(this.play, who, detail, value);
  },
);

Then(
  "{person}'s calendar shows {string} as cancelled or no longer",
  function (this: ScenarioWorld, who: string, title: string) {
    return calendar.showsAsCancelled(this.play, who, title);
  },
);

Then(
  "{person}'s calendar shows {string} as cancelled or not at all",
  function (this: ScenarioWorld, who: string, title: string) {
    return calendar.isNotActive(this.play, who, title);
  },
);

Then("{person}'s calendar still has {string}", function (this: ScenarioWorld, who: string, title: string) {
  return calendar.isActive(this.play, who, title);
});

Then("nothing changes in {person}'s calendar", function (this: ScenarioWorld, who: string) {
  return calendar.isUnchanged(this.play, who);
});

Then(
  "{person} has applied {person}'s REPLY to SEQUENCE {int}",
  function (this: ScenarioWorld, who: string, attendee: string, sequence: number) {
    return calendar.hasApplied(this.play, who, attendee, sequence);
  },
);

import { Given, When } from '@cucumber/cucumber';
import * as organizer from '../participants/organizer.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What Organizers do. A sentence fits as Given and as When alike. */

Given(
  '{person} organizes {string} with {people} on {moment}',
  function (this: ScenarioWorld, who: string, title: string, attendees: string[], start: ZonedTime) {
    return organizer.organize(this.play, who, { title, attendees, start });
  },
);

Given(
  '{person} organizes {string} at SEQUENCE {int} with {people} on {moment}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    sequence: number,
    attendees: string[],
    start: ZonedTime,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, sequence });
  },
);

When(
  '{person} reschedules {string} to {moment}',
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime) {
    return organizer.reschedule(this.play, who, title, start);
  },
);

When(
  '{person} prolongs {string} until {moment}',
  function (this: ScenarioWorld, who: string, title: string, end: ZonedTime) {
    return organizer.prolong(this.play, who, title, end);
  },
);

When(
  '{person} changes the {detail} of {string} to {string}',
  function (this: ScenarioWorld, who: string, detail: string, title: string, value: string) {
    return organizer.update(this.play, who, title, { [detail]: value });
  },
);

When('{person} cancels {string}', function (this: ScenarioWorld, who: string, title: string) {
  return organizer.cancel(this.play, who, title);
});

When(
  '{person} uninvites {person} from {string}',
  function (this: ScenarioWorld, who: string, attendee: string, title: string) {
    return organizer.uninvite(this.play, who, attendee, title);
  },
);

import { Then, When } from '@cucumber/cucumber';
import { type Answer, answer, delegate, forward } from '../participants/attendee.js';
import * as looks from '../participants/attendee-looks.js';
import * as organizer from '../participants/organizer.js';
import * as again from '../participants/sending-again.js';
import type { Which } from '../participants/which.js';
import type { ZonedTime } from '../targets/target.js';
import { arriveEvery } from './delivery.js';
import type { ScenarioWorld } from './world.js';

/** Who acts for whom: delegates, secretaries, new Organizers, and those who were never invited. */

When('{person} delegates to {person}', function (this: ScenarioWorld, who: string, to: string) {
  return delegate(this.play, who, to);
});

When(
  '{person} delegates to {person} and still wants updates',
  function (this: ScenarioWorld, who: string, to: string) {
    return delegate(this.play, who, to, { updates: true });
  },
);

When(
  '{person} delegates to {person}, and the messages are delivered',
  async function (this: ScenarioWorld, who: string, to: string) {
    await delegate(this.play, who, to);
    await arriveEvery(this, 'REQUEST');
    await arriveEvery(this, 'REPLY');
  },
);

When(
  '{person} forwards {string} to {person}',
  function (this: ScenarioWorld, who: string, title: string, to: string) {
    return forward(this.play, who, title, to);
  },
);

When(
  '{person} invites {person} to {string}',
  function (this: ScenarioWorld, who: string, invited: string, title: string) {
    return organizer.inviteToo(this.play, who, invited, title);
  },
);

When(
  '{person} organizes {string} for {person} with {people} on {moment}',
  function (
    this: ScenarioWorld,
    by: string,
    title: string,
    who: string,
    attendees: string[],
    start: ZonedTime,
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, by });
  },
);

When(
  '{person} reschedules {string} for {person} to {moment}',
  function (this: ScenarioWorld, by: string, title: string, who: string, start: ZonedTime) {
    return organizer.reschedule(this.play, who, title, start, { by });
  },
);

When(
  '{person} {answer} for {person}',
  function (this: ScenarioWorld, by: string, kind: Answer, attendee: string) {
    return answer(this.play, attendee, kind, { by });
  },
);

When('{person} takes {string} over', function (this: ScenarioWorld, who: string, title: string) {
  return organizer.takeOver(this.play, who, title);
});

When(
  '{person} sends {string} again for confirmation',
  function (this: ScenarioWorld, who: string, title: string) {
    return again.renotify(this.play, who, title, true);
  },
);

When(
  '{person} sends {string} for {person} again for confirmation',
  function (this: ScenarioWorld, by: string, title: string, who: string) {
    return again.renotify(this.play, who, title, true, { by });
  },
);

When(
  '{person} sends the answers to {string} round',
  function (this: ScenarioWorld, who: string, title: string) {
    return again.renotify(this.play, who, title, false);
  },
);

When(
  '{person} asks {people} for their status in {string}',
  function (this: ScenarioWorld, who: string, attendees: string[], title: string) {
    return again.poll(this.play, who, attendees, title);
  },
);

Then(
  'the {message} shows {person} with {parameter} {value}',
  function (this: ScenarioWorld, which: Which, attendee: string, name: string, value: string) {
    return looks.messageShows(this.play, which, attendee, { name, value });
  },
);

Then(
  'the {message} shows {person} without {parameter}',
  function (this: ScenarioWorld, which: Which, attendee: string, name: string) {
    return looks.messageShows(this.play, which, attendee, { name, value: undefined });
  },
);

Then(
  "{person}'s calendar shows {person} with {parameter} {value}",
  function (this: ScenarioWorld, who: string, attendee: string, name: string, value: string) {
    return looks.calendarShows(this.play, who, attendee, { name, value });
  },
);

Then(
  "{person}'s calendar does not list {person}",
  function (this: ScenarioWorld, who: string, attendee: string) {
    return looks.calendarDoesNotList(this.play, who, attendee);
  },
);

Then('the {message} names {person} as Organizer', function (this: ScenarioWorld, which: Which, who: string) {
  return looks.hasOrganizer(this.play, which, who);
});

Then(
  'the {message} names {person} as Organizer, sent by {person}',
  function (this: ScenarioWorld, which: Which, who: string, by: string) {
    return looks.hasOrganizer(this.play, which, who, by);
  },
);

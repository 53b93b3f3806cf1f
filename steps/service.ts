import { Given, Then, When } from '@cucumber/cucumber';
import { type Answer, answer, refresh, tryToAnswer } from '../participants/attendee.js';
import * as organizer from '../participants/organizer.js';
import * as again from '../participants/sending-again.js';
import * as looks from '../participants/service-looks.js';
import * as use from '../participants/service-use.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What people ask of a scheduling service, what the mailer and the clock do, and what the service says. */

Given(
  '{person} drafts {string} with {people} on {moment}',
  function (this: ScenarioWorld, who: string, title: string, attendees: string[], start: ZonedTime) {
    return organizer.organize(this.play, who, { title, attendees, start, recipients: [] });
  },
);

When(
  '{person} organizes {string} with {people} on {moment} and sends it to {people}',
  function (
    this: ScenarioWorld,
    who: string,
    title: string,
    attendees: string[],
    start: ZonedTime,
    recipients: string[],
  ) {
    return organizer.organize(this.play, who, { title, attendees, start, recipients });
  },
);

When(
  '{person} reschedules {string} to {moment} and sends it to {people}',
  function (this: ScenarioWorld, who: string, title: string, start: ZonedTime, recipients: string[]) {
    return organizer.reschedule(this.play, who, title, start, { recipients });
  },
);

When(
  '{person} sends {string} for confirmation to {people}',
  function (this: ScenarioWorld, who: string, title: string, recipients: string[]) {
    return again.renotify(this.play, who, title, true, { recipients });
  },
);

When(
  '{person} publishes {string} to {people}',
  function (this: ScenarioWorld, who: string, title: string, recipients: string[]) {
    return again.publish(this.play, who, title, recipients);
  },
);

When(
  '{person} writes {person} down as {word} for {string}',
  function (this: ScenarioWorld, who: string, attendee: string, partstat: string, title: string) {
    return again.noteAnswer(this.play, who, title, attendee, partstat);
  },
);

When(
  '{person} {answer} in the place of {person}',
  function (this: ScenarioWorld, inPlaceOf: string, kind: Answer, attendee: string) {
    return answer(this.play, attendee, kind, { inPlaceOf });
  },
);

When(
  '{person} tries to answer with {answer} in the place of {person}',
  function (this: ScenarioWorld, inPlaceOf: string, kind: Answer, attendee: string) {
    return tryToAnswer(this.play, inPlaceOf, attendee, kind);
  },
);

When(
  '{person} tries to reschedule {string} for {person} to {moment}',
  function (this: ScenarioWorld, who: string, title: string, owner: string, start: ZonedTime) {
    return organizer.tryToReschedule(this.play, who, title, owner, start);
  },
);

When('{person} asks for {string} again', function (this: ScenarioWorld, who: string, title: string) {
  return refresh(this.play, who, title);
});

When(
  '{person} withdraws the right of {person} to schedule',
  function (this: ScenarioWorld, owner: string, actor: string) {
    return use.setRight(this.play, owner, actor, false);
  },
);

When(
  '{person} gives {person} the right to schedule',
  function (this: ScenarioWorld, owner: string, actor: string) {
    return use.setRight(this.play, owner, actor, true);
  },
);

Given("{person}'s own client processes the Inbox", function (this: ScenarioWorld, who: string) {
  return use.setProcessing(this.play, who, 'client');
});

When("{person}'s client looks through the Inbox", function (this: ScenarioWorld, who: string) {
  return use.processInbox(this.play, who);
});

When('the mailer runs', function (this: ScenarioWorld) {
  return use.runMailer(this.play);
});

Given(
  'mail to {person} is refused with {int} the next {int} time(s)',
  function (this: ScenarioWorld, to: string, code: number, times: number) {
    return use.refuseMail(this.play, to, code, times);
  },
);

When('the mailer runs once a day for {int} days', function (this: ScenarioWorld, days: number) {
  return use.runMailerDaily(this.play, days);
});

When('the service is restarted', function (this: ScenarioWorld) {
  return use.restart(this.play);
});

When('{int} minute(s) pass(es)', function (this: ScenarioWorld, minutes: number) {
  return this.play.letPass(minutes * 60);
});

When('{int} day(s) pass(es)', function (this: ScenarioWorld, days: number) {
  return this.play.letPass(days * 86_400);
});

Then('{person} has got {int} mail(s)', function (this: ScenarioWorld, who: string, count: number) {
  return looks.hasGotMails(this.play, who, count);
});

Then('the mail to {person} comes from {person}', function (this: ScenarioWorld, to: string, from: string) {
  return looks.mailComesFrom(this.play, to, from);
});

Then(
  '{person} has been notified {int} time(s) of a {method} about {string}',
  function (this: ScenarioWorld, who: string, times: number, method: string, title: string) {
    return looks.wasNotified(this.play, who, { method, title, times });
  },
);

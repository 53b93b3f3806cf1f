import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { addressMeant } from '../participants/address-meant.js';
import { type Answer, answer, refresh } from '../participants/attendee.js';
import * as organizer from '../participants/organizer.js';
import type { Method } from '../participants/scheduling-message.js';
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
  '{person} cancels {string} and tells {people}',
  function (this: ScenarioWorld, who: string, title: string, recipients: string[]) {
    return organizer.cancel(this.play, who, title, recipients);
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

When('the service is restarted', function (this: ScenarioWorld) {
  return use.restart(this.play);
});

When('{int} minute(s) pass(es)', function (this: ScenarioWorld, minutes: number) {
  return this.play.letPass(minutes * 60);
});

When('{int} day(s) pass(es)', function (this: ScenarioWorld, days: number) {
  return this.play.letPass(days * 86_400);
});

/** A row for each VEVENT, iCalendar names as headers; see composition.ts. */
When(
  '{person} calls schedule with a {method} about {string}:',
  function (this: ScenarioWorld, from: string, method: Method, title: string, table: DataTable) {
    return use.callSchedule(this.play, { from, method, title, rows: table.hashes() });
  },
);

When(
  '{person} calls schedule with a {method} about {string} to {addresses}:',
  function (
    this: ScenarioWorld,
    from: string,
    method: Method,
    title: string,
    recipients: string[],
    table: DataTable,
  ) {
    const addresses = recipients.map((word) => addressMeant(this.play, word));
    return use.callSchedule(this.play, { from, method, title, recipients: addresses, rows: table.hashes() });
  },
);

Then('the call answers {word} for {address}', function (this: ScenarioWorld, status: string, word: string) {
  return looks.answeredFor(this.play, addressMeant(this.play, word), status);
});

Then('the call is refused as {word}', function (this: ScenarioWorld, reason: string) {
  return looks.refusedFor(this.play, reason);
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

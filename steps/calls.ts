import { type DataTable, Then, When } from '@cucumber/cucumber';
import { addressMeant } from '../participants/address-meant.js';
import * as looks from '../participants/service-looks.js';
import * as use from '../participants/service-use.js';
import type { Method } from '../targets/methods.js';
import type { ScenarioWorld } from './world.js';

/** Calls of the schedule operation with a message that is ready, and what it answers. */

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
    return use.callSchedule(this.play, { from, method, title, recipients, rows: table.hashes() });
  },
);

Then('the call answers {word} for {address}', function (this: ScenarioWorld, status: string, word: string) {
  return looks.answeredFor(this.play, addressMeant(this.play, word), status);
});

Then('the call is refused as {word}', function (this: ScenarioWorld, reason: string) {
  return looks.refusedFor(this.play, reason);
});

/** A METHOD that is none of iTIP. */
When(
  '{person} calls schedule with the METHOD {string} about {string} to {addresses}:',
  function (
    this: ScenarioWorld,
    from: string,
    method: string,
    title: string,
    recipients: string[],
    table: DataTable,
  ) {
    return use.callSchedule(this.play, { from, method, title, recipients, rows: table.hashes() });
  },
);

When(
  '{person} calls schedule without METHOD about {string} to {addresses}:',
  function (this: ScenarioWorld, from: string, title: string, recipients: string[], table: DataTable) {
    return use.callSchedule(this.play, { from, title, recipients, rows: table.hashes() });
  },
);

Then('the call answers for {int} address(es)', function (this: ScenarioWorld, count: number) {
  return looks.answeredForSoMany(this.play, count);
});

import { type DataTable, Then, When } from '@cucumber/cucumber';
import { addressMeant } from '../participants/address-meant.js';
import * as looks from '../participants/box-looks.js';
import { showEntries } from '../participants/box-rows.js';
import { deletionLedTo } from '../participants/service-looks.js';
import { deleteEntry } from '../participants/service-use.js';
import type { BoxState, ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What lies in an Inbox or Outbox. `the entry` is the newest one about that meeting. */

type BoxWord = 'Inbox' | 'Outbox';

function boxOf(who: string, word: BoxWord, title: string): looks.Box {
  return { who, box: word === 'Inbox' ? 'inbox' : 'outbox', title };
}

When(
  '{person} deletes the {box} entry about {string}',
  async function (this: ScenarioWorld, who: string, word: BoxWord, title: string) {
    await deleteEntry(this.play, who, boxOf(who, word, title).box, title);
  },
);

Then(
  "{person}'s {box} has {int} entry/entries about {string}",
  function (this: ScenarioWorld, who: string, word: BoxWord, count: number, title: string) {
    return looks.hasEntries(this.play, boxOf(who, word, title), count);
  },
);

Then(
  "the entry about {string} in {person}'s {box} is {state}",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, state: BoxState) {
    return looks.isInState(this.play, boxOf(who, word, title), state);
  },
);

Then(
  "the entry about {string} in {person}'s {box} is {state} for {person}",
  function (
    this: ScenarioWorld,
    title: string,
    who: string,
    word: BoxWord,
    state: BoxState,
    recipient: string,
  ) {
    return looks.isInStateFor(this.play, boxOf(who, word, title), recipient, state);
  },
);

Then(
  "the entry about {string} in {person}'s {box} names {people} as Recipient(s)",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, people: string[]) {
    return looks.namesRecipients(this.play, boxOf(who, word, title), people);
  },
);

Then(
  "the entry about {string} in {person}'s {box} names {person} as Originator and {person} as Organizer",
  function (
    this: ScenarioWorld,
    title: string,
    who: string,
    word: BoxWord,
    originator: string,
    organizer: string,
  ) {
    return looks.namesSender(this.play, boxOf(who, word, title), originator, organizer);
  },
);

Then(
  "the entry about {string} in {person}'s {box} is a {method}",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, method: string) {
    return looks.hasMethod(this.play, boxOf(who, word, title), method);
  },
);

Then(
  "the entry about {string} in {person}'s {box} lists {people}",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, people: string[]) {
    return looks.listsAttendees(this.play, boxOf(who, word, title), people);
  },
);

/** Columns: Box, METHOD, SEQUENCE, Recipients, State; see box-rows.ts. */
Then(
  'the newest entries about {string} are:',
  function (this: ScenarioWorld, title: string, table: DataTable) {
    return showEntries(this.play, title, table.hashes());
  },
);

Then(
  "{person}'s {box} has {int} or {int} entries about {string}",
  function (this: ScenarioWorld, who: string, word: BoxWord, least: number, most: number, title: string) {
    return looks.hasEitherCount(this.play, boxOf(who, word, title), [least, most]);
  },
);

Then(
  "the entry about {string} in {person}'s {box} is for {moment}",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, time: ZonedTime) {
    return looks.isForTime(this.play, boxOf(who, word, title), time);
  },
);

Then(
  "the entry about {string} in {person}'s {box} has status {word} for {address}",
  function (this: ScenarioWorld, title: string, who: string, word: BoxWord, status: string, whom: string) {
    return looks.hasStatusFor(this.play, boxOf(who, word, title), addressMeant(this.play, whom), status);
  },
);

Then('the deletion leads to {word}', function (this: ScenarioWorld, kind: string) {
  return deletionLedTo(this.play, kind, []);
});

Then(
  'the deletion leads to {word} for {people}',
  function (this: ScenarioWorld, kind: string, people: string[]) {
    return deletionLedTo(this.play, kind, people);
  },
);

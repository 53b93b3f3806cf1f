import { Given, Then } from '@cucumber/cucumber';
import { beginsAtZero } from '../participants/first-revision.js';
import * as messages from '../participants/message-looks.js';
import { utcOf } from '../participants/moments.js';
import * as sending from '../participants/sending-looks.js';
import type { Method } from '../targets/methods.js';
import type { ZonedTime } from '../targets/target.js';
import type { ScenarioWorld } from './world.js';

/** What is sent, and what stands in it. `the REQUEST to Bert` is the one that the last action caused. */

Given('the first revision of {string} has SEQUENCE 0', function (this: ScenarioWorld, title: string) {
  return beginsAtZero(this.play, title);
});

Then('a {method} reaches {people}', function (this: ScenarioWorld, method: Method, people: string[]) {
  return sending.reaches(this.play, method, people);
});

Then('no {method} is sent to {person}', function (this: ScenarioWorld, method: Method, to: string) {
  return sending.isNotSent(this.play, { method, to });
});

Then(
  'no REQUEST for a meeting on {moment} is sent to {person}',
  function (this: ScenarioWorld, start: ZonedTime, to: string) {
    return sending.isNotSent(this.play, { method: 'REQUEST', to, start: utcOf(start) });
  },
);

Then('no scheduling message is sent in return', function (this: ScenarioWorld) {
  return sending.nothingInReturn(this.play);
});

Then(
  'the {method} to {person} raises SEQUENCE to {int}',
  function (this: ScenarioWorld, method: Method, to: string, sequence: number) {
    return messages.raisesSequence(this.play, { method, to }, sequence);
  },
);

Then(
  'the {method} to {person} keeps SEQUENCE {int}',
  function (this: ScenarioWorld, method: Method, to: string, sequence: number) {
    return messages.keepsSequence(this.play, { method, to }, sequence);
  },
);

Then(
  'the REPLY from {person} carries SEQUENCE {int} of the REQUEST',
  function (this: ScenarioWorld, from: string, sequence: number) {
    return messages.carriesSequenceOfRequest(this.play, from, sequence);
  },
);

Then('the REPLY from {person} carries the UID of the REQUEST', function (this: ScenarioWorld, from: string) {
  return messages.carriesUidOfRequest(this.play, { method: 'REPLY', from });
});

Then(
  'the {method} to {person} carries the UID of the REQUEST',
  function (this: ScenarioWorld, method: Method, to: string) {
    return messages.carriesUidOfRequest(this.play, { method, to });
  },
);

Then(
  'the REPLY from {person} leaves SUMMARY, DTSTART, DTEND and ORGANIZER as they were',
  function (this: ScenarioWorld, from: string) {
    return messages.leavesAlone(this.play, from, ['SUMMARY', 'DTSTART', 'DTEND', 'ORGANIZER']);
  },
);

Then(
  'the REPLY from {person} lists only {person}',
  function (this: ScenarioWorld, from: string, own: string) {
    return messages.lists(this.play, { method: 'REPLY', from }, [own], true);
  },
);

Then(
  'the {method} to {person} lists {people}',
  function (this: ScenarioWorld, method: Method, to: string, people: string[]) {
    return messages.lists(this.play, { method, to }, people, false);
  },
);

Then(
  'the {method} to {person} does not list {person}',
  function (this: ScenarioWorld, method: Method, to: string, person: string) {
    return messages.doesNotList(this.play, { method, to }, person);
  },
);

Then(
  'the {method} to {person} has STATUS {word}',
  function (this: ScenarioWorld, method: Method, to: string, status: string) {
    return messages.hasStatus(this.play, { method, to }, status);
  },
);

Then('the {method} to {person} has no STATUS', function (this: ScenarioWorld, method: Method, to: string) {
  return messages.hasStatus(this.play, { method, to }, undefined);
});

Then(
  'the {method} to {person} has no RECURRENCE-ID',
  function (this: ScenarioWorld, method: Method, to: string) {
    return messages.namesNoInstance(this.play, { method, to });
  },
);

Then(
  'the {method} to {person} brings the VTIMEZONE of every TZID',
  function (this: ScenarioWorld, method: Method, to: string) {
    return messages.definesZones(this.play, { method, to });
  },
);

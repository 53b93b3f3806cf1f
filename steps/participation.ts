import { Then, When } from '@cucumber/cucumber';
import { agree } from '../participants/attendee.js';
import { hasOrganizer } from '../participants/attendee-looks.js';
import * as looks from '../participants/delegation-looks.js';
import { decideOnUninvited } from '../participants/organizer.js';
import type { Which } from '../participants/which.js';
import type { ScenarioWorld } from './world.js';

/** What people decide about delegates, uninvited people and new Organizers, and what is to be seen of it. */

When('{person} agrees to {person} as Organizer', function (this: ScenarioWorld, who: string, other: string) {
  return agree(this.play, who, other);
});

When(
  '{person} adds {person} to {string}',
  function (this: ScenarioWorld, who: string, uninvited: string, title: string) {
    return decideOnUninvited(this.play, who, title, uninvited, { adds: true });
  },
);

When(
  '{person} decides not to add {person} to {string}',
  function (this: ScenarioWorld, who: string, uninvited: string, title: string) {
    return decideOnUninvited(this.play, who, title, uninvited, { adds: false });
  },
);

When(
  '{person} turns {person} away from {string} by a CANCEL',
  function (this: ScenarioWorld, who: string, uninvited: string, title: string) {
    return decideOnUninvited(this.play, who, title, uninvited, { adds: false, telling: true });
  },
);

Then('the REPLY from {person} asks for further updates', function (this: ScenarioWorld, who: string) {
  return looks.asksForUpdates(this.play, who, true);
});

Then('the REPLY from {person} asks for no further updates', function (this: ScenarioWorld, who: string) {
  return looks.asksForUpdates(this.play, who, false);
});

Then(
  'the {message} lists {person} alone or with {person}',
  function (this: ScenarioWorld, which: Which, own: string, other: string) {
    return looks.listsAloneOrWith(this.play, which, own, other);
  },
);

Then(
  'the {message} shows {person}, if at all, with {parameter} {value}',
  function (this: ScenarioWorld, which: Which, attendee: string, name: string, value: string) {
    return looks.showsIfListed(this.play, which, attendee, { name, value });
  },
);

Then(
  "{person}'s copy, if there still is one, shows {person} with {parameter} {value}",
  function (this: ScenarioWorld, who: string, attendee: string, name: string, value: string) {
    return looks.copyIfAnyShows(this.play, who, attendee, { name, value });
  },
);

Then(
  "{person}'s calendar lists {people} once each",
  function (this: ScenarioWorld, who: string, people: string[]) {
    return looks.listsOnce(this.play, who, people);
  },
);

Then(
  "{person}'s calendar names {person} as Organizer",
  function (this: ScenarioWorld, who: string, organizer: string) {
    return looks.calendarHasOrganizer(this.play, who, organizer);
  },
);

Then(
  'the {message} names {person} as Organizer, sent in person',
  function (this: ScenarioWorld, which: Which, who: string) {
    return hasOrganizer(this.play, which, who, 'nobody');
  },
);

Then(
  'the {message} has UID, title, time and place of the {message}',
  function (this: ScenarioWorld, which: Which, original: Which) {
    return looks.repeats(this.play, which, original, ['UID', 'SUMMARY', 'DTSTART', 'DTEND', 'LOCATION']);
  },
);

Then(
  'the {message} is the {message}, unchanged',
  function (this: ScenarioWorld, which: Which, original: Which) {
    return looks.repeats(this.play, which, original, UNCHANGED);
  },
);

/** What a forwarded REQUEST must not change (RFC 2446 3.2.2.6); whether its Recipient is added, 4.2.8 judges. */
const UNCHANGED = [
  ...['UID', 'DTSTAMP', 'SEQUENCE', 'ORGANIZER', 'SUMMARY', 'DTSTART', 'DTEND'],
  ...['LOCATION', 'DESCRIPTION', 'ATTENDEE'],
];

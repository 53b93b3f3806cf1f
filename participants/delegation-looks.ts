import { type JCalComponent, parameter, textValue } from '../simulator/icalendar/jcal.js';
import { eventsOf, organizerOf } from '../simulator/icalendar/read.js';
import { judged, linesOf, type WantedParameter, words } from './attendee-looks.js';
import { copiesOf, expectInCalendar, judgedCopy } from './copy-looks.js';
import type { Finding } from './look.js';
import { expectMessage } from './message-looks.js';
import type { Play } from './play.js';
import { listedIn, type SchedulingMessage, type Sent, userOf } from './scheduling-message.js';
import { fits, type Which, wordsFor } from './which.js';

/** Looks at who delegated, who forwarded and who organizes; where the text leaves a choice, each one is right. */

/** The REPLY asks for further updates, by RSVP=TRUE or by ROLE=NON-PARTICIPANT, or by neither. */
export async function asksForUpdates(play: Play, delegator: string, wanted: boolean): Promise<void> {
  const expected = wanted
    ? 'RSVP=TRUE or ROLE=NON-PARTICIPANT'
    : 'neither RSVP=TRUE nor ROLE=NON-PARTICIPANT';
  await expectMessage(play, { method: 'REPLY', from: delegator }, expected, ({ event }) => {
    const [line] = linesOf(play, event, delegator);
    if (line === undefined) return { holds: false, actual: `${play.user(delegator).name} is not listed` };
    const [rsvp = 'FALSE', role = '(none)'] = [parameter(line, 'rsvp'), parameter(line, 'role')];
    const asks = rsvp.toUpperCase() === 'TRUE' || role.toUpperCase() === 'NON-PARTICIPANT';
    return { holds: asks === wanted, actual: `RSVP=${rsvp} and ROLE=${role}` };
  });
}

/** The message lists one Attendee, alone or together with one other. */
export async function listsAloneOrWith(play: Play, which: Which, own: string, other: string): Promise<void> {
  await expectMessage(play, which, `ATTENDEE ${own}, alone or with ${other}`, ({ event }) => {
    const listed = listedIn(event, play.stage.cast);
    const holds = listed.includes(own) && listed.every((id) => id === own || id === other);
    return { holds, actual: `ATTENDEE ${listed.join(', ') || '(none)'}` };
  });
}

/** Where the message lists somebody besides, that one has the parameter. */
export async function showsIfListed(
  play: Play,
  which: Which,
  attendee: string,
  wanted: WantedParameter,
): Promise<void> {
  const expected = `${words(play, attendee, wanted)}, if listed`;
  await expectMessage(play, which, expected, ({ event }) =>
    linesOf(play, event, attendee).length === 0
      ? { holds: true, actual: `${play.user(attendee).name} is not listed` }
      : judged(play, event, attendee, wanted),
  );
}

/** The copy was there at some time; where it still is, it lists an Attendee with that parameter. */
export async function copyIfAnyShows(
  play: Play,
  who: string,
  attendee: string,
  wanted: WantedParameter,
): Promise<void> {
  const { uid } = play.currentMeeting();
  const expected = `in ${play.user(who).name}'s copy, if there still is one, ${words(play, attendee, wanted)}`;
  await expectEvent(play, who, expected, (event) => {
    if (event !== undefined) return judged(play, event, attendee, wanted);
    const gone = play.hasHad(who, uid);
    return { holds: gone, actual: gone ? 'the copy is gone' : 'there never was a copy' };
  });
}

/** The event in somebody's calendar lists each of them once. */
export async function listsOnce(play: Play, who: string, people: readonly string[]): Promise<void> {
  const expected = `in ${play.user(who).name}'s calendar ${people.join(', ')} once each`;
  await expectEvent(play, who, expected, (event) => {
    if (event === undefined) return { holds: false, actual: 'the event is not there' };
    const counts = people.map((id) => linesOf(play, event, id).length);
    const listed = listedIn(event, play.stage.cast);
    return {
      holds: counts.every((count) => count === 1),
      actual: `ATTENDEE ${listed.join(', ') || '(none)'}`,
    };
  });
}

/** The event in somebody's calendar has that Organizer. */
export async function calendarHasOrganizer(play: Play, who: string, organizer: string): Promise<void> {
  const expected = `in ${play.user(who).name}'s calendar ORGANIZER ${organizer}`;
  await expectEvent(play, who, expected, (event) => {
    if (event === undefined) return { holds: false, actual: 'the event is not there' };
    const found = userOf(organizerOf(event) ?? '', play.stage.cast);
    return { holds: found === organizer, actual: `ORGANIZER ${found}` };
  });
}

/** The message has these properties as the one before it that somebody else got; its Recipient may be listed too. */
export async function repeats(
  play: Play,
  which: Which,
  original: Which,
  names: readonly string[],
): Promise<void> {
  const expected = `${names.join(', ')} as in the ${wordsFor(play, original)}`;
  await expectMessage(play, which, expected, (message, sent) => {
    const before = originalIn(sent, original);
    if (before === undefined) return { holds: false, actual: `no ${wordsFor(play, original)} was sent` };
    const shownIn = ({ event }: SchedulingMessage, name: string) =>
      propertyShown(play, event, name, which.to);
    const changed = names.filter((name) => shownIn(message, name) !== shownIn(before, name));
    const difference = (name: string) =>
      `${name} ${shownIn(message, name)}, before it ${shownIn(before, name)}`;
    return {
      holds: changed.length === 0,
      actual: changed.map(difference).join('; ') || 'the same in both',
    };
  });
}

function originalIn({ earlier }: Sent, which: Which): SchedulingMessage | undefined {
  return earlier.findLast((message) => fits(message, which));
}

/** A property as text; the ATTENDEEs by what stands in them, in any order, without the one who is left out. */
function propertyShown(play: Play, event: JCalComponent, name: string, leftOut: string | undefined): string {
  if (name !== 'ATTENDEE') return textValue(event, name.toLowerCase()) ?? '(none)';
  const lines = event[1].filter(([property]) => property === 'attendee');
  const people = lines.map(([, parameters, , address]) => {
    const words = Object.entries(parameters).map(([key, value]) => `${key}=${[value].flat().join()}`);
    return [userOf(String(address), play.stage.cast), ...words.sort()].join(' ').toLowerCase();
  });
  return people
    .filter((words) => words.split(' ')[0] !== leftOut)
    .sort()
    .join(', ');
}

async function expectEvent(
  play: Play,
  who: string,
  expected: string,
  judge: (event: JCalComponent | undefined) => Finding,
): Promise<void> {
  const meeting = play.currentMeeting();
  await expectInCalendar(play, who, meeting, expected, async () => {
    const [copy] = await copiesOf(play, who, meeting.uid);
    if (copy === undefined) return judge(undefined);
    return judgedCopy(copy.data, (calendar) => judge(eventsOf(calendar)[0]));
  });
}

import { components, type JCalComponent, properties, property } from '../simulator/icalendar/jcal.js';
import { attendeesOf, dtstampOf, eventsOf } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import { expectThat } from './look.js';
import { expectMessage } from './message-looks.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import { fits, type Which } from './which.js';

/** Looks at single properties of messages and copies that have no look of their own. */

/** DTSTAMP is later than in the message of that kind before it, from the same Originator to the same Recipient. */
export async function isStampedLater(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'a later DTSTAMP than the one before', (message, { earlier }) => {
    const before = earlier.findLast(
      (other) => fits(other, { ...which, from: message.from, to: message.to }) && other.uid === message.uid,
    );
    const [one, other] = [before, message].map((each) => each && dtstampOf(each.event));
    return {
      holds: one !== undefined && other !== undefined && Date.parse(other) > Date.parse(one),
      actual: `DTSTAMP ${other}, before it ${one ?? 'nothing'}`,
    };
  });
}

/** Each alarm in the message has what the table of VALARM demands (RFC 2446 section 3.1); it need not have any. */
export async function hasSoundAlarms(play: Play, which: Which): Promise<void> {
  await expectMessage(play, which, 'ACTION, TRIGGER, and DURATION with REPEAT in each alarm', ({ event }) => {
    const alarms = components(event, 'valarm');
    return {
      holds: alarms.every(isSound),
      actual: alarms.map((alarm) => alarm[1].map(([name]) => name.toUpperCase()).join(', ')).join('; '),
    };
  });
}

/** Each of these is an Attendee in somebody's calendar, or stands in DELEGATED-TO of the Delegator there. */
export async function showsDelegates(
  play: Play,
  who: string,
  delegator: string,
  delegates: readonly string[],
): Promise<void> {
  const { uid, title } = play.currentMeeting();
  await expectThat(
    play,
    `in ${play.user(who).name}'s calendar Delegates ${delegates.join(', ')}`,
    async () => {
      const copy = (await play.stage.observe(who)).calendar.find((candidate) => candidate.uid === uid);
      const [event] = copy === undefined ? [] : eventsOf(calendarIn(copy.data));
      if (event === undefined) return { holds: false, actual: `"${title}" is not there` };
      const listed = attendeesOf(event).flatMap(({ address, parameters }) => {
        const own = userOf(address, play.stage.cast);
        const to = own === delegator ? [parameters['delegated-to'] ?? []].flat() : [];
        return [own, ...to.map((each) => userOf(each, play.stage.cast))];
      });
      return {
        holds: delegates.every((id) => listed.includes(id)),
        actual: `shown are ${listed.join(', ')}`,
        evidence: copy?.data,
      };
    },
  );
}

/** SEQUENCE is at most that of the REQUEST that somebody else got last before. */
export async function hasNoGreaterSequence(play: Play, which: Which, other: string): Promise<void> {
  const name = play.user(other).name;
  await expectMessage(play, which, `at most the SEQUENCE of the one to ${name}`, (message, { earlier }) => {
    const before = earlier.findLast((each) => fits(each, { method: 'REQUEST', to: other }));
    return {
      holds: before !== undefined && message.sequence <= before.sequence,
      actual: `SEQUENCE ${message.sequence}, in the one to ${name} ${before?.sequence ?? 'unknown'}`,
    };
  });
}

function isSound(alarm: JCalComponent): boolean {
  const once = ['action', 'trigger'].every((name) => properties(alarm, name).length === 1);
  const [duration, repeat] = ['duration', 'repeat'].map((name) => property(alarm, name) !== undefined);
  return once && duration === repeat;
}

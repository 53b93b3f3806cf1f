import { makeProperty, withProperty } from '../simulator/icalendar/edit.js';
import { readAndWriteAlone } from '../simulator/icalendar/ical-alone.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import { writeCalendar } from '../simulator/icalendar/write.js';
import { createClock } from '../simulator/runtime/clock.js';
import { createScheduler, type Scheduler } from '../simulator/scheduling/scheduler.js';
import { type Line, timesAsLong } from './measure.js';

/** What scheduling costs beside the bare reading and writing of the same object. */

/** How many runs are measured: the first ones run before all is compiled. */
const REPEATS = 90;

/** Small events are scheduled many times in one run. */
function batchFor(attendees: number): number {
  return Math.max(1, Math.round(500 / attendees));
}

function eventText(attendees: number, number = 0): string {
  const lines = Array.from(
    { length: attendees },
    (_, index) => `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Person ${index}:mailto:p${index}@example.com`,
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//EN',
    'BEGIN:VEVENT',
    `UID:bench-${number}@example.com`,
    'DTSTAMP:20300107T090000Z',
    'SEQUENCE:0',
    'DTSTART:20300304T100000Z',
    'DTEND:20300304T110000Z',
    'SUMMARY:Design review',
    'ORGANIZER:mailto:anna@example.com',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function schedulerFor(attendees: number): Scheduler {
  const others = Array.from({ length: attendees }, (_, index) => ({
    id: `p${index}`,
    name: `Person ${index}`,
    addresses: [`mailto:p${index}@example.com`],
  }));
  const anna = { id: 'anna', name: 'Anna', addresses: ['mailto:anna@example.com'] };
  return createScheduler({ clock: createClock('2030-01-07T09:00:00Z'), users: [anna, ...others] });
}

/** Parse, decide, deliver to all, and serialise each message that is not the same as another. */
function scheduleAll(scheduler: Scheduler, text: string): void {
  scheduler.invite('anna', parseCalendar(text));
  const written = new Set<unknown>();
  for (const { recipient, calendar } of scheduler.drain()) {
    scheduler.deliver(recipient, calendar);
    if (!written.has(calendar)) writeCalendar(calendar);
    written.add(calendar);
  }
}

/** Scheduling an event with that many Attendees, as a multiple of parsing and writing it. */
export async function schedulingRatio(attendees: number): Promise<Line> {
  const text = eventText(attendees);
  const batch = batchFor(attendees);
  const scheduler = schedulerFor(attendees);
  let number = 0;
  const texts = Array.from({ length: REPEATS * batch }, (_, index) => eventText(attendees, index + 1));
  const scheduleNext = (): void => {
    scheduleAll(scheduler, texts[number] ?? text);
    number += 1;
  };
  return {
    what: `schedule an event with ${attendees} Attendees`,
    figure: await timesAsLong(REPEATS, { work: scheduleNext, than: () => readAndWriteAlone(text) }, batch),
    unit: 'x',
    budget: 2,
  };
}

interface ReplyWork {
  /** Takes a REPLY in. */
  readonly decided: () => void;
  /** Takes a REPLY in and writes the calendar of the Organizer. */
  readonly stored: () => void;
  /** Reads and writes the event alone. */
  readonly alone: () => void;
}

/** What there is to do for each newer REPLY to an event with that many Attendees. */
function replyInto(attendees: number): ReplyWork {
  const text = eventText(attendees);
  const scheduler = schedulerFor(attendees);
  scheduleAll(scheduler, text);
  scheduler.answer('p0', 'bench-0@example.com', 'ACCEPTED');
  const [reply] = scheduler.drain();
  if (reply === undefined) throw new Error('no REPLY was sent');
  let second = 0;
  const decided = (): void => {
    second += 1;
    const stamp = new Date(Date.parse('2030-01-08T00:00:00Z') + second * 1000).toISOString();
    const [name, lines, parts] = reply.calendar;
    const dtstamp = makeProperty('dtstamp', stamp.replace('.000Z', 'Z'));
    scheduler.deliver(reply.recipient, [name, lines, parts.map((part) => withProperty(part, dtstamp))]);
  };
  const stored = (): void => {
    decided();
    for (const { calendar } of scheduler.account('anna').entries().values()) writeCalendar(calendar);
  };
  return { decided, stored, alone: () => readAndWriteAlone(text) };
}

/** A REPLY into a large event: against a small one in memory, and against bare ical.js when the store is written. */
export async function replyRatios(): Promise<Line[]> {
  const [small, large] = [replyInto(5), replyInto(1000)];
  const decided = await timesAsLong(50, { work: large.decided, than: small.decided });
  const stored = await timesAsLong(REPEATS, { work: large.stored, than: large.alone });
  return [
    { what: 'REPLY into 1000 against into 5', figure: decided, unit: 'x', budget: 3 },
    { what: 'REPLY into 1000, store written', figure: stored, unit: 'x', budget: 2 },
  ];
}

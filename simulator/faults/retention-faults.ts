import { withComponents, withoutProperty } from '../icalendar/edit.js';
import { instantOf } from '../icalendar/instant.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { meetingEnd } from '../scheduling/meeting-end.js';
import { standardRules } from '../scheduling/scheduling-rules.js';
import { fault } from './fault.js';

/** The scheduling service: how long boxes keep their entries. */
export const RETENTION_FAULTS = [
  fault({
    id: 'entries-go-when-the-meeting-begins',
    summary: 'Takes a meeting for over when it begins.',
    rule: 'endOfMeeting',
    requirement: 'service/retention/until-the-meeting-is-over',
    opposite: 'entries-never-go',
    replacement: (calendar) =>
      meetingEnd(eachEvent(calendar, (event) => withoutProperty(event, 'dtend', 'duration'))),
  }),
  fault({
    id: 'entries-never-go',
    summary: 'Keeps every entry until somebody deletes it.',
    rule: 'keptUntil',
    requirement: 'service/retention/until-the-meeting-is-over',
    opposite: 'entries-go-when-the-meeting-begins',
    replacement: () => undefined,
  }),
  fault({
    id: 'sent-messages-never-go',
    summary: 'Cleans up the Inbox alone.',
    rule: 'purges',
    requirement: 'service/retention/both-boxes',
    opposite: 'received-messages-never-go',
    replacement: (box, isOver) => isOver && box === 'inbox',
  }),
  fault({
    id: 'received-messages-never-go',
    summary: 'Cleans up the Outbox alone.',
    rule: 'purges',
    requirement: 'service/retention/both-boxes',
    opposite: 'sent-messages-never-go',
    replacement: (box, isOver) => isOver && box === 'outbox',
  }),
  fault({
    id: 'boxes-are-emptied',
    summary: 'Empties the boxes when one of the meetings in them is over.',
    rule: 'purges',
    requirement: 'service/retention/other-meetings-stay',
    replacement: () => true,
  }),
  fault({
    id: 'kept-like-the-first-instance',
    summary: 'Takes a series for over when its first instance is.',
    rule: 'endOfMeeting',
    requirement: 'service/retention/until-the-last-instance',
    replacement: (calendar) =>
      meetingEnd(eachEvent(calendar, (event) => withoutProperty(event, 'rrule', 'rdate'))),
  }),
  fault({
    id: 'kept-by-the-rule-alone',
    summary: 'Does not count dates that are added to a series by RDATE.',
    rule: 'endOfMeeting',
    requirement: 'service/retention/until-the-last-instance',
    replacement: (calendar) => meetingEnd(eachEvent(calendar, (event) => withoutProperty(event, 'rdate'))),
  }),
  fault({
    id: 'moved-instances-not-looked-at',
    summary: 'Takes a series for over when the last instance of its rule is, wherever others were moved.',
    rule: 'endOfMeeting',
    requirement: 'service/retention/moved-instance-counts',
    replacement: (calendar) => {
      const series = calendar[2].filter((part) => property(part, 'recurrence-id') === undefined);
      return meetingEnd(eventsOf(calendar).length === 1 ? calendar : withComponents(calendar, series));
    },
  }),
  fault({
    id: 'endless-is-over-at-once',
    summary: 'Takes a meeting whose end is not known for over.',
    rule: 'keptUntil',
    requirement: 'service/retention/endless-stays',
    replacement: (ends) =>
      ends
        .map((end) => end ?? '')
        .sort()
        .at(-1),
  }),
  fault({
    id: 'cancelled-goes-at-once',
    summary: 'Takes a cancelled meeting for over.',
    rule: 'keptUntil',
    requirement: 'service/retention/cancelled-until-its-end',
    opposite: 'cancelled-never-goes',
    replacement: (ends, isCancelled) => (isCancelled ? '' : standardRules.keptUntil(ends, isCancelled)),
  }),
  fault({
    id: 'cancelled-never-goes',
    summary: 'Forgets to clean up after meetings that were cancelled.',
    rule: 'keptUntil',
    requirement: 'service/retention/cancelled-until-its-end',
    opposite: 'cancelled-goes-at-once',
    replacement: (ends, isCancelled) =>
      isCancelled ? undefined : standardRules.keptUntil(ends, isCancelled),
  }),
  fault({
    id: 'kept-by-the-first-message',
    summary: 'Goes by the time in the first message about a meeting, wherever it was moved.',
    rule: 'endKnownFrom',
    requirement: 'service/retention/rescheduled-later',
    replacement: (_stored, messages) => messages().slice(0, 1),
  }),
  fault({
    id: 'kept-by-the-latest-time-ever',
    summary: 'Keeps entries until the latest time that a meeting ever had.',
    rule: 'endKnownFrom',
    requirement: 'service/retention/rescheduled-earlier',
    replacement: (stored, messages) => [...stored, ...messages()].filter((calendar) => saysWhen(calendar)),
  }),
  fault({
    id: 'whole-day-ends-at-midnight-utc',
    summary: 'Takes a whole day for over at midnight in UTC.',
    rule: 'endOfMeeting',
    requirement: 'service/retention/all-day-over-everywhere',
    replacement: (calendar) => lastDayIn(calendar) ?? meetingEnd(calendar),
  }),
];

function eachEvent(calendar: JCalComponent, edit: (event: JCalComponent) => JCalComponent): JCalComponent {
  return withComponents(
    calendar,
    calendar[2].map((part) => (part[0] === 'vevent' ? edit(part) : part)),
  );
}

function saysWhen(calendar: JCalComponent): boolean {
  return eventsOf(calendar).some((event) => property(event, 'dtstart') !== undefined);
}

/** Midnight after a whole day; undefined for an event that has a time. */
function lastDayIn(calendar: JCalComponent): string | undefined {
  const ends = eventsOf(calendar).map((event) => property(event, 'dtend'));
  const dates = ends.filter((end) => end !== undefined).filter(([, , type]) => type === 'date');
  return dates.map((end) => `${instantOf(end, calendar)}T00:00:00Z`).at(-1);
}

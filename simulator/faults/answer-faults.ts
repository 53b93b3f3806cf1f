import { mapAttendees, withoutProperty, withParameter } from '../icalendar/edit.js';
import { type JCalProperty, properties, property } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf, partstatOf } from '../itip/delegation.js';
import { fault } from './fault.js';

/** RFC 2446 section 3.2.3: what goes wrong between an Attendee's answer and the event of the Organizer. */
export const ANSWER_FAULTS = [
  fault({
    id: 'answer-is-no-change',
    summary: 'Sends messages for changes of the event only, and an answer changes nothing in it.',
    rule: 'sendsAnswer',
    requirement: '2446/3.2.3/reply-reaches-organizer',
    source: 'W-095',
    replacement: () => false,
  }),
  fault({
    id: 'answer-needs-the-series',
    summary: 'Looks for the series and sends no answer where only single instances were received.',
    rule: 'answersWithoutSeries',
    requirement: '2446/3.2.3/reply-reaches-organizer',
    source: ['W-057', 'W-096'],
    replacement: () => false,
  }),
  fault({
    id: 'replier-listed-twice',
    summary: 'Lists the one who answers once by the calendar address and once by the bare mail address.',
    rule: 'replyAttendees',
    requirement: '2446/3.2.3/reply-names-its-attendee',
    source: 'W-079',
    replacement: (_all, own) => [own, withoutScheme(own)],
  }),
  fault({
    id: 'instance-answered-as-the-series',
    summary: 'Answers an instance by the PARTSTAT that the Attendee has in the series.',
    rule: 'replyAttendees',
    requirement: '2446/2.1.1/reply-carries-the-answer',
    source: 'W-137',
    replacement: (_all, own, inSeries) => {
      const line = inSeries?.();
      return [line === undefined ? own : withParameter(own, 'partstat', partstatOf(line))];
    },
  }),
  fault({
    id: 'series-answer-has-every-component',
    summary: 'Puts every VEVENT of the copy into the answer to a series, also those without the Attendee.',
    rule: 'seriesAnswerCovers',
    requirement: '2446/3.2.3/series-reply-leaves-instances-of-others',
    source: 'W-091',
    replacement: (_partstat, listed) => !listed,
  }),
  fault({
    id: 'accepting-drops-changed-instances',
    summary: 'Writes the series anew when it is answered, and loses the instances that differ from it.',
    rule: 'keepsOverridesAfterAnswer',
    requirement: '2446/3.2.2/series-copy-has-its-instances',
    source: 'W-139',
    replacement: () => false,
  }),
  fault({
    id: 'cancelled-copy-is-declined',
    summary: 'Declines when the Attendee deletes the copy of an event that was cancelled.',
    rule: 'deletionDeclines',
    requirement: '2446/3.2.3/cancelled-event-needs-no-answer',
    source: 'W-041',
    replacement: () => true,
  }),
  fault({
    id: 'reply-with-status-dropped',
    summary: 'Refuses a REPLY that has the STATUS of the event.',
    rule: 'replyTakes',
    requirement: '2446/3.2.3/reply-sets-partstat',
    source: 'W-067',
    replacement: (components) => components.filter((each) => property(each, 'status') === undefined),
  }),
  fault({
    id: 'similar-address-is-the-same',
    summary: 'Finds the one who answers by searching for the address within the addresses.',
    rule: 'answersFor',
    requirement: '2446/3.2.3/reply-touches-one-attendee',
    source: 'W-078',
    replacement: (replying, listed) =>
      listed().filter((address) => address.toLowerCase().endsWith(bare(replying).toLowerCase())),
  }),
  fault({
    id: 'reply-sets-all-parameters',
    summary: 'Copies the whole ATTENDEE of a REPLY into the event of the Organizer.',
    rule: 'eventAfterAnswer',
    requirement: '2446/3.2.3/reply-leaves-the-role',
    source: 'W-099',
    replacement: (event, reply) => {
      const [line] = properties(reply, 'attendee');
      return line === undefined
        ? event
        : mapAttendees(event, (listed) => (sameAddress(addressOf(listed), addressOf(line)) ? line : listed));
    },
  }),
  fault({
    id: 'own-answer-reopened-too',
    summary: 'A rescheduling sets back the answer of the Organizer as well.',
    rule: 'answersAfterChange',
    requirement: '2446/3.2.2.1/reschedule-keeps-own-answer',
    source: 'W-115',
    replacement: (event, reset) =>
      reset ? mapAttendees(event, (line) => withParameter(line, 'partstat', 'NEEDS-ACTION')) : event,
  }),
  fault({
    id: 'answer-makes-an-instance',
    summary: 'Adds an instance for whatever RECURRENCE-ID a REPLY has.',
    rule: 'takesReplyToUnknownInstance',
    requirement: '2446/3.2.3/reply-adds-no-instance',
    source: 'W-053',
    opposite: 'dates-added-are-no-instances',
    replacement: () => true,
  }),
  fault({
    id: 'dates-added-are-no-instances',
    summary: 'Looks for the instance that is answered among those of RRULE alone.',
    rule: 'seriesAnswered',
    requirement: '2446/3.2.3/instance-reply-sets-its-instance',
    source: 'W-052',
    opposite: 'answer-makes-an-instance',
    replacement: (master) => withoutProperty(master, 'rdate'),
  }),
];

function bare(address: string): string {
  return address.replace(/^mailto:/i, '');
}

function withoutScheme([name, parameters, , ...values]: JCalProperty): JCalProperty {
  return [name, parameters, 'unknown', ...values.map((value) => bare(String(value)))];
}

import { describe, expect, test } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { eventsOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { sampleObject } from '../testing/sample-series.js';
import { entryOf } from './entry.js';
import { RevisionLog } from './revision-log.js';
import { standardRules } from './standard-rules.js';
import { formerOrganizersCopy, takeOver } from './take-over.js';

const BERT = 'mailto:bert@example.com';
const taking = { organizer: BERT, keepsFormer: false, now: '2030-01-08T09:00:00Z' };
const attendees = { bert: 'ACCEPTED', carla: 'ACCEPTED' };

describe('the new Organizer', () => {
  test('counts on from the greatest SEQUENCE of all instances', () => {
    const copy = entryOf(
      sampleObject(
        { sequence: 1, attendees, lines: ['RRULE:FREQ=WEEKLY;COUNT=3'] },
        { sequence: 4, attendees, lines: ['RECURRENCE-ID:20300311T100000Z'] },
      ),
    );
    const { entry, outgoing } = takeOver(copy, taking, standardRules);
    expect(eventsOf(entry.calendar).map((event) => [organizerOf(event), sequenceOf(event)])).toEqual([
      [BERT, 5],
      [BERT, 5],
    ]);
    expect([entry.issued, entry.received.isEmpty, entry.replies.isEmpty]).toEqual([5, true, true]);
    expect(outgoing.map(({ recipients }) => recipients)).toEqual([['mailto:carla@example.com']]);
  });

  test('counts on from a CANCEL that the copy does not show', () => {
    const received = RevisionLog.EMPTY.with('x', { sequence: 7, dtstamp: '2030-01-07T10:00:00Z' });
    const copy = { ...entryOf(sampleCalendar({ attendees })), received };
    expect(takeOver(copy, taking, standardRules).entry.issued).toBe(8);
  });

  test('leaves out what the copy shows as cancelled', () => {
    const copy = entryOf(
      sampleObject(
        { attendees, lines: ['RRULE:FREQ=WEEKLY;COUNT=3'] },
        { attendees, lines: ['RECURRENCE-ID:20300311T100000Z', 'STATUS:CANCELLED'] },
      ),
    );
    const events = eventsOf(takeOver(copy, taking, standardRules).entry.calendar);
    expect(events.map((event) => textValue(event, 'exdate'))).toEqual(['2030-03-11T10:00:00Z']);
  });

  test.each([
    ['the event', sampleCalendar({ attendees, lines: ['STATUS:CANCELLED'] })],
    [
      'the only instance',
      sampleObject({ attendees, lines: ['RECURRENCE-ID:20300311T100000Z', 'STATUS:CANCELLED'] }),
    ],
  ])('takes over nothing when %s is cancelled', (_case, calendar) => {
    expect(() => takeOver(entryOf(calendar), taking, standardRules)).toThrow(/cancelled/);
  });
});

test('the former Organizer has what it would have after the REQUEST', () => {
  const { entry } = takeOver(entryOf(sampleCalendar({ attendees })), taking, standardRules);
  const copy = formerOrganizersCopy(entry, standardRules);
  expect(eventsOf(copy.calendar)).toEqual(eventsOf(entry.calendar));
  expect([...copy.received].map(([, revision]) => revision)).toEqual([
    { sequence: 1, dtstamp: '2030-01-08T09:00:00Z' },
  ]);
});

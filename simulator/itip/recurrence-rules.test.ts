import { describe, expect, it } from 'vitest';
import { makeProperty } from '../icalendar/edit.js';
import { textValue } from '../icalendar/jcal.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { STANDARD_POLICIES } from './policies.js';
import { recurrenceRules } from './recurrence-rules.js';

const rules = recurrenceRules(STANDARD_POLICIES);

describe('RECURRENCE-ID of a moved instance', () => {
  const id = makeProperty('recurrence-id', '2030-03-11T11:00:00', { tzid: 'Europe/Berlin' });
  const start = makeProperty('dtstart', '2030-03-12T15:00:00Z');

  it('stays', () => {
    expect(rules.recurrenceIdOfMoved(id, start)).toBe(id);
  });

  it('by policy is the new start, in its form', () => {
    const moved = recurrenceRules({ ...STANDARD_POLICIES, movedInstance: 'new-start' });
    expect(moved.recurrenceIdOfMoved(id, start)).toEqual([
      'recurrence-id',
      {},
      'date-time',
      '2030-03-12T15:00:00Z',
    ]);
    expect(moved.recurrenceIdOfMoved(start, id)).toEqual([
      'dtstart',
      { tzid: 'Europe/Berlin' },
      'date-time',
      '2030-03-11T11:00:00',
    ]);
  });
});

describe('an instance', () => {
  it('may come by a REQUEST alone', () => {
    expect([rules.takesUnknownInstance(), rules.takesReplyToUnknownInstance()]).toEqual([true, false]);
  });

  it('is not answered by an answer to the series', () => {
    expect(rules.seriesAnswerCovers('NEEDS-ACTION', true)).toBe(false);
  });

  it('is shown to those whom it lists', () => {
    expect([rules.showsComponent(true), rules.showsComponent(false)]).toEqual([true, false]);
  });

  it('is taken from the series by EXDATE', () => {
    const calendar = sampleCalendar({ lines: ['RRULE:FREQ=DAILY;COUNT=2'] });
    const [master] = calendar[2];
    const id = makeProperty('recurrence-id', '2030-03-05T10:00:00Z');
    const left = master && rules.seriesWithout(master, [id], calendar);
    expect(left && textValue(left, 'exdate')).toBe('2030-03-05T10:00:00Z');
  });
});

describe('overrides', () => {
  it.each([
    [
      'of the Organizer survive when instances are only taken away, and they still are some',
      true,
      true,
      true,
    ],
    ['of the Organizer go where they are none any more', false, true, false],
    ['of the Organizer go when the series moves', true, false, false],
  ])('%s', (_what, isInstance, onlyLess, expected) => {
    expect(rules.keepsOwnOverride(isInstance, onlyLess)).toBe(expected);
  });

  it('in a copy go when they are older than the rescheduling of the series', () => {
    const table = [true, false].flatMap((overtaken) =>
      [true, false].map((rescheduled) => [
        overtaken,
        rescheduled,
        rules.keepsOverride(overtaken, rescheduled),
      ]),
    );
    expect(table).toEqual([
      [true, true, false],
      [true, false, true],
      [false, true, true],
      [false, false, true],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { makeProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { STANDARD_POLICIES } from './policies.js';
import { recurrenceRules } from './recurrence-rules.js';
import { answersIn } from './testing/sides.js';

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

describe('an override after a change of its series', () => {
  const before = sampleEvent({
    attendees: { bert: 'ACCEPTED', carla: 'ACCEPTED' },
    lines: ['RRULE:FREQ=WEEKLY', 'LOCATION:Room 1', 'CATEGORIES:WORK', 'URL:https://example.com/1'],
  });

  /** An event with the property replaced; without value it is removed. */
  function having(event: JCalComponent, name: string, value?: string): JCalComponent {
    const others = event[1].filter((line) => line[0] !== name);
    return withProperties(event, value === undefined ? others : [...others, makeProperty(name, value)]);
  }

  const override = having(having(before, 'rrule'), 'location', 'Room 7');

  it.each([
    ['follows what it shared', having(before, 'categories', 'PRIVATE'), 'categories', 'PRIVATE'],
    ['loses what the series loses', having(before, 'url'), 'url', undefined],
    [
      'gets what the series gets',
      having(before, 'description', 'Bring the plans'),
      'description',
      'Bring the plans',
    ],
    ['keeps what is its own', having(before, 'location', 'Room 9'), 'location', 'Room 7'],
    ['keeps its time', having(before, 'dtstart', '2030-03-04T12:00:00Z'), 'dtstart', '2030-03-04T10:00:00Z'],
    ['does not recur itself', having(before, 'rrule', 'FREQ=DAILY'), 'rrule', undefined],
  ])('%s', (_what, after, name, value) => {
    expect(textValue(rules.overrideAfterSeries(override, before, after), name)).toBe(value);
  });

  it('is the same where nothing concerns it', () => {
    expect(rules.overrideAfterSeries(override, before, before)).toBe(override);
    const rescheduled = withProperty(before, makeProperty('dtend', '2030-03-04T12:00:00Z'));
    expect(rules.overrideAfterSeries(override, before, rescheduled)).toBe(override);
  });

  it('has the Attendees who are added and not those who are removed, beside its own', () => {
    const own = withProperties(override, [
      ...override[1],
      makeProperty('attendee', 'mailto:erik@example.com', { partstat: 'ACCEPTED' }),
    ]);
    const after = withProperties(before, [
      ...before[1].filter((line) => line[3] !== 'mailto:carla@example.com'),
      makeProperty('attendee', 'mailto:dora@example.com'),
    ]);
    expect(answersIn(rules.overrideAfterSeries(own, before, after))).toBe(
      'bert ACCEPTED, erik ACCEPTED, dora NEEDS-ACTION',
    );
  });
});

describe('an instance', () => {
  it('that a CANCEL or REPLY names is that one', () => {
    expect([rules.requestReaches('x'), rules.cancelReaches('x', undefined), rules.replyReaches('x')]).toEqual(
      ['x', 'x', 'x'],
    );
    expect([rules.takesUnknownInstance(), rules.takesReplyToUnknownInstance()]).toEqual([true, false]);
  });

  it('is not answered by an answer to the series', () => {
    expect(rules.seriesAnswerCovers('NEEDS-ACTION')).toBe(false);
  });

  it('is sent alone, the series with all of them', () => {
    const [series, one, other] = [sampleEvent(), sampleEvent({ sequence: 1 }), sampleEvent({ sequence: 2 })];
    expect(rules.componentsOfInstance(one, [series, one, other])).toEqual([one]);
    expect(rules.componentsOfSeries(series, [one, other])).toEqual([series, one, other]);
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

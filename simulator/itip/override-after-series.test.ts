import { describe, expect, it } from 'vitest';
import { makeProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { sampleEvent } from '../testing/sample-event.js';
import { overrideAfterSeries } from './override-after-series.js';
import { answersIn } from './testing/sides.js';

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
    expect(textValue(overrideAfterSeries(override, before, after), name)).toBe(value);
  });

  it('is the same where nothing concerns it', () => {
    expect(overrideAfterSeries(override, before, before)).toBe(override);
    const rescheduled = withProperty(before, makeProperty('dtend', '2030-03-04T12:00:00Z'));
    expect(overrideAfterSeries(override, before, rescheduled)).toBe(override);
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
    expect(answersIn(overrideAfterSeries(own, before, after))).toBe(
      'bert ACCEPTED, erik ACCEPTED, dora NEEDS-ACTION',
    );
  });
});

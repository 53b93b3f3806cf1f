import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { entryOf, eventOf, onlyEvent } from './entry.js';

describe('an entry', () => {
  it('remembers nothing at first', () => {
    const entry = entryOf(sampleCalendar());
    expect([entry.received.isEmpty, entry.replies.isEmpty, entry.cancelled, entry.issued]).toEqual([
      true,
      true,
      [],
      0,
    ]);
    expect(entry.renewed).toBeUndefined();
  });

  it('is read from its series, wherever that stands, or from its first instance', () => {
    const series = eventOf(entryOf(sampleObject(monday(11), MONDAYS)));
    expect(textValue(series, 'recurrence-id')).toBeUndefined();
    const single = eventOf(entryOf(sampleObject(monday(18), monday(11))));
    expect(textValue(single, 'recurrence-id')).toBe('2030-03-18T10:00:00Z');
  });

  it('must have a VEVENT', () => {
    expect(() => onlyEvent(['vcalendar', [], []])).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { BERLIN } from '../simulator/testing/sample-event.js';
import { MONDAYS, sampleObject } from '../simulator/testing/sample-series.js';
import { keyOf } from './instance-edit.js';

describe('what a RECURRENCE-ID names', () => {
  it('is a moment, whatever the zone', () => {
    const series = sampleObject({ ...MONDAYS, before: BERLIN });
    expect(keyOf({ local: '2030-03-11T10:00:00', zone: 'UTC' }, series)).toBe('2030-03-11T10:00:00Z');
    expect(keyOf({ local: '2030-03-11T10:00:00', zone: 'Europe/Berlin' }, series)).toBe(
      '2030-03-11T09:00:00Z',
    );
  });

  it('is the day where the series has whole days', () => {
    const days = sampleObject({ ...MONDAYS, dtstart: ';VALUE=DATE:20300304', dtend: ';VALUE=DATE:20300305' });
    expect(keyOf({ local: '2030-03-11T00:00:00', zone: 'UTC' }, days)).toBe('2030-03-11');
  });
});

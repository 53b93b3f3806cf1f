import { describe, expect, it } from 'vitest';
import { properties } from '../icalendar/jcal.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { masterOf, overridesOf, withEvent } from './instances.js';
import { withInstance } from './moved-instance.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { instancesOf } from './testing/sides.js';

const SECOND = { instance: '2030-03-11T10:00:00Z', range: undefined };
const series = sampleObject(MONDAYS);
const [moved = series] = overridesOf(
  sampleObject(monday(11, { dtstart: ':20300312T150000Z', dtend: ':20300312T160000Z' })),
);
const [still = series] = overridesOf(sampleObject(monday(11)));
const newStart = rulesFor({ movedInstance: 'new-start' }, 'rfc2446');

describe('a moved instance', () => {
  it('keeps its RECURRENCE-ID', () => {
    expect(instancesOf(withInstance(series, SECOND, moved, standardRules))).toEqual([
      '4. 10:00',
      '11.>12. 15:00',
      '18. 10:00',
      '25. 10:00',
    ]);
  });

  it('by policy becomes one of its new start, and the series has no other there or before', () => {
    const before = withEvent(series, SECOND.instance, still, newStart);
    const after = withInstance(before, SECOND, moved, newStart);
    expect(instancesOf(after)).toEqual(['4. 10:00', '12. 15:00', '18. 10:00', '25. 10:00']);
    const master = masterOf(after);
    expect(master && ['exdate', 'rdate'].map((name) => properties(master, name)[0]?.[3])).toEqual([
      '2030-03-11T10:00:00Z',
      '2030-03-12T15:00:00Z',
    ]);
    expect(overridesOf(after)).toHaveLength(1);
  });

  it('by policy stays what it is when it does not move, or stands for a range', () => {
    expect(instancesOf(withInstance(series, SECOND, still, newStart))).toEqual(instancesOf(series));
    const range = { ...SECOND, range: 'THISANDFUTURE' as const };
    const kept = withInstance(series, range, moved, newStart);
    expect(masterOf(kept)).toBe(masterOf(series));
  });

  it('by policy goes by its new start also without the series', () => {
    const alone = withInstance(sampleObject(monday(11)), SECOND, moved, newStart);
    expect(instancesOf(alone)).toEqual(['12. 15:00']);
  });
});

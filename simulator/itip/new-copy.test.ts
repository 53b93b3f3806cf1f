import { describe, expect, it } from 'vitest';
import { methodOf, uidOf } from '../icalendar/read.js';
import { BERLIN } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { newCopy } from './new-copy.js';
import { incomingIn } from './received.js';
import { standardRules } from './standard-rules.js';

const message = sampleObject(
  { ...MONDAYS, method: 'REQUEST', before: BERLIN, sequence: 2 },
  monday(11, { sequence: 3 }),
);

describe('the copy of a new event', () => {
  it('has all components, no METHOD and no VTIMEZONE that nothing refers to', () => {
    const { calendar } = newCopy(message, incomingIn(message, standardRules), standardRules);
    expect(calendar[2].map(([name]) => name)).toEqual(['vevent', 'vevent']);
    expect(methodOf(calendar)).toBeUndefined();
    expect(uidOf(calendar)).toBe('review@example.com');
  });

  it('remembers the revision of each', () => {
    const { received } = newCopy(message, incomingIn(message, standardRules), standardRules);
    expect(received.get('')?.sequence).toBe(2);
    expect(received.get('2030-03-11T10:00:00Z')?.sequence).toBe(3);
  });

  it('is the same for all Recipients of a message, and another one under other rules', () => {
    const parts = incomingIn(message, standardRules);
    const copy = newCopy(message, parts, standardRules);
    expect(newCopy(message, parts, standardRules)).toBe(copy);
    const local = { ...standardRules, uidOfCopy: (uid: string) => `local-${uid}` };
    expect(uidOf(newCopy(message, parts, local).calendar)).toBe('local-review@example.com');
  });
});

import { describe, expect, it } from 'vitest';
import type { JCalComponent } from '../icalendar/jcal.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { entryOf } from './entry.js';
import { incomingIn, lastReceived, receivedAfter } from './received.js';
import { rulesFor, standardRules } from './standard-rules.js';

const SECOND = { instance: '2030-03-11T10:00:00Z', range: undefined };
const revision = (sequence: number) => ({ sequence, dtstamp: '2030-01-07T09:00:00Z' });

describe('the components of a message', () => {
  it('are read once, the series first', () => {
    const message = sampleObject(monday(18), MONDAYS, monday(11));
    const parts = incomingIn(message, standardRules);
    expect(parts.map(({ scope }) => scope.instance)).toEqual(['', '2030-03-18T10:00:00Z', SECOND.instance]);
    expect(incomingIn(message, standardRules)).toBe(parts);
  });

  it('have the revision that the rule reads: without SEQUENCE it is 0', () => {
    const event: JCalComponent = ['vevent', [['dtstamp', {}, 'date-time', '2030-01-07T09:00:00Z']], []];
    const [part] = incomingIn(['vcalendar', [], [event]], standardRules);
    expect(part?.revision).toEqual(revision(0));
    const other = { ...standardRules, revisionReceived: () => revision(9) };
    expect(incomingIn(['vcalendar', [], [event]], other)[0]?.revision).toEqual(revision(9));
  });
});

describe('the revision received last', () => {
  const entry = entryOf(sampleCalendar());
  const known = { ...entry, received: entry.received.with(SECOND.instance, revision(2)) };

  it('is that of the instance', () => {
    expect(lastReceived(known, SECOND, standardRules)).toEqual(revision(2));
    expect(lastReceived(entry, SECOND, standardRules)).toBeUndefined();
  });

  it.each([
    ['a newer one', 5, 5],
    ['not an older one', 1, 2],
  ])('is that of a cancelled range around it, if %s', (_what, sequence, expected) => {
    const range = {
      instance: '2030-03-04T10:00:00Z',
      range: 'THISANDFUTURE' as const,
      revision: revision(sequence),
    };
    expect(lastReceived({ ...known, cancelled: [range] }, SECOND, standardRules)?.sequence).toBe(expected);
  });

  it('is the newest of a message in RFC 2446, where all components have one key', () => {
    const rules = rulesFor({}, 'rfc2446');
    const parts = incomingIn(sampleObject({ ...MONDAYS, sequence: 3 }, monday(11, { sequence: 1 })), rules);
    let after = entry;
    for (const part of parts) after = { ...after, received: receivedAfter(after, part, rules) };
    expect(lastReceived(after, SECOND, rules)?.sequence).toBe(3);
  });
});

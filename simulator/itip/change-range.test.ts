import { describe, expect, it } from 'vitest';
import { eventsOf, sequenceOf } from '../icalendar/read.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { changeRange } from './change-range.js';
import { entryOf } from './entry.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { instancesOf, set } from './testing/sides.js';

const [SECOND, THIRD] = ['2030-03-11T10:00:00Z', '2030-03-18T10:00:00Z'];
const NOW = '2030-01-07T10:00:00Z';
const UP_TO_SECOND = { instance: SECOND, range: 'THISANDPRIOR' } as const;
const AFTERNOON = set({ dtstart: '2030-03-11T14:00:00Z', dtend: '2030-03-11T15:30:00Z' });

function changed(
  edit = AFTERNOON,
  scope: Parameters<typeof changeRange>[1] = UP_TO_SECOND,
  rules = standardRules,
) {
  const { entry, outgoing } = changeRange(entryOf(sampleObject(MONDAYS)), scope, edit, NOW, rules);
  return { instances: instancesOf(entry?.calendar ?? ['', [], []]), outgoing };
}

describe('all instances up to one', () => {
  it('move by as much as that one, each in a REQUEST of its own', () => {
    const { instances, outgoing } = changed();
    expect(instances).toEqual(['4. 14:00', '11. 14:00', '18. 10:00', '25. 10:00']);
    const sent = outgoing.flatMap(({ calendar }) => eventsOf(calendar));
    expect(sent.map(sequenceOf)).toEqual([1, 2]);
  });

  it('move one after the other to another day', () => {
    const edit = set({ dtstart: '2030-03-12T10:00:00Z', dtend: '2030-03-12T11:00:00Z' });
    expect(changed(edit).instances).toEqual(['4.>5. 10:00', '11.>12. 10:00', '18. 10:00', '25. 10:00']);
  });

  it('change in details alone', () => {
    const { instances } = changed(set({ location: 'Room 1' }));
    expect(instances).toEqual(['4. 10:00 Room 1', '11. 10:00 Room 1', '18. 10:00', '25. 10:00']);
  });

  it('stay as they are where they were changed before', () => {
    const calendar = sampleObject(MONDAYS, monday(4, { lines: ['LOCATION:Room 3'] }));
    const { entry } = changeRange(entryOf(calendar), UP_TO_SECOND, AFTERNOON, NOW, standardRules);
    expect(instancesOf(entry?.calendar ?? ['', [], []])).toEqual([
      '4. 10:00 Room 3',
      '11. 14:00',
      '18. 10:00',
      '25. 10:00',
    ]);
  });

  it('need the one that is named', () => {
    const scope = { ...UP_TO_SECOND, instance: '2030-03-12T10:00:00Z' };
    expect(() => changed(AFTERNOON, scope)).toThrow(RangeError);
  });
});

describe('a range that RANGE says', () => {
  it('is one component, also in RFC 2446 for those before', () => {
    const rules = { ...rulesFor({}), writesRange: () => true };
    expect(changed(AFTERNOON, UP_TO_SECOND, rules).outgoing).toHaveLength(1);
    const rest = set({ dtstart: '2030-03-18T14:00:00Z', dtend: '2030-03-18T15:00:00Z' });
    expect(changed(rest, { instance: THIRD, range: 'THISANDFUTURE' }).outgoing).toHaveLength(1);
  });
});

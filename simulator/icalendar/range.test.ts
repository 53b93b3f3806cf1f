import { describe, expect, it, test } from 'vitest';
import { sampleEvent } from '../testing/sample-event.js';
import { nearestReaching, type Range, rangeOf, reaches } from './range.js';

const [FIRST, SECOND, THIRD, FOURTH] = [1, 2, 3, 4].map((day) => `2030-03-0${day}T10:00:00Z`) as [
  string,
  string,
  string,
  string,
];

test.each([
  ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300301T100000Z', 'THISANDFUTURE'],
  ['RECURRENCE-ID;RANGE=thisandprior:20300301T100000Z', 'THISANDPRIOR'],
  ['RECURRENCE-ID:20300301T100000Z', undefined],
  ['RECURRENCE-ID;RANGE=ALL:20300301T100000Z', undefined],
  ['LOCATION:Room 3', undefined],
])('%s has the range %s', (line, range) => {
  expect(rangeOf(sampleEvent({ lines: [line] }))).toBe(range);
});

describe('a range', () => {
  test.each<[Range | undefined, boolean[]]>([
    ['THISANDFUTURE', [false, true, true]],
    ['THISANDPRIOR', [true, true, false]],
    [undefined, [false, true, false]],
  ])('%s of the second reaches the first, second and third: %j', (range, reached) => {
    expect([FIRST, SECOND, THIRD].map((key) => reaches({ range, named: SECOND }, key))).toEqual(reached);
  });

  const future = (named: string) => ({ range: 'THISANDFUTURE', named }) as const;
  const prior = (named: string) => ({ range: 'THISANDPRIOR', named }) as const;

  it('that begins last before an instance is the nearest', () => {
    expect(nearestReaching([future(SECOND), future(FIRST), future(FOURTH)], THIRD)).toEqual(future(SECOND));
  });

  it('that ends first behind an instance is the nearest', () => {
    expect(nearestReaching([prior(FOURTH), prior(THIRD), prior(FIRST)], SECOND)).toEqual(prior(THIRD));
  });

  it('to all later ones comes before one to all earlier ones', () => {
    expect(nearestReaching([prior(FOURTH), future(FIRST)], SECOND)).toEqual(future(FIRST));
  });

  it('need not be there', () => {
    expect(nearestReaching([prior(FIRST), future(FOURTH)], SECOND)).toBeUndefined();
  });
});

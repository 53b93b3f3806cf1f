import { describe, expect, it } from 'vitest';
import { eventsOf, statusOf } from '../icalendar/read.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { cancelledCopy, covers, idOf, withoutInstances } from './cancelled-copy.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { instancesOf } from './testing/sides.js';

const [SECOND, THIRD] = ['2030-03-11T10:00:00Z', '2030-03-18T10:00:00Z'];
const object = sampleObject(MONDAYS, monday(18, { lines: ['LOCATION:Room 1'] }));

describe('a scope reaches', () => {
  it.each([
    ['itself', SECOND, undefined, SECOND, true],
    ['no other', SECOND, undefined, THIRD, false],
    ['what follows', SECOND, 'THISANDFUTURE', THIRD, true],
    ['itself by a range', SECOND, 'THISANDFUTURE', SECOND, true],
    ['nothing before', THIRD, 'THISANDFUTURE', SECOND, false],
    ['what is before', THIRD, 'THISANDPRIOR', SECOND, true],
    ['nothing after', SECOND, 'THISANDPRIOR', THIRD, false],
    ['never the series', SECOND, 'THISANDPRIOR', '', false],
  ] as const)('%s', (_what, instance, range, other, expected) => {
    expect(covers({ instance, range }, other)).toBe(expected);
  });

  it('what its RECURRENCE-ID says', () => {
    expect(idOf({ instance: SECOND, range: 'THISANDFUTURE' })).toEqual([
      'recurrence-id',
      { range: 'THISANDFUTURE' },
      'date-time',
      SECOND,
    ]);
    expect(idOf({ instance: '2030-03-11', range: undefined })).toEqual([
      'recurrence-id',
      {},
      'date',
      '2030-03-11',
    ]);
  });
});

describe('the Organizer\u2019s object without instances', () => {
  it('has neither them nor their overrides', () => {
    const left = withoutInstances(object, [{ instance: THIRD, range: undefined }], standardRules);
    expect(left && instancesOf(left)).toEqual(['4. 10:00', '11. 10:00', '25. 10:00']);
    expect(left && eventsOf(left)).toHaveLength(1);
  });

  it('keeps single instances where no series is left', () => {
    const lone = sampleObject({ lines: ['RRULE:FREQ=WEEKLY;COUNT=1'] }, monday(18));
    const left = withoutInstances(
      lone,
      [{ instance: '2030-03-04T10:00:00Z', range: undefined }],
      standardRules,
    );
    expect(left && instancesOf(left)).toEqual(['18. 10:00']);
  });

  it('is none where nothing is left', () => {
    const all = { instance: '2030-03-04T10:00:00Z', range: 'THISANDFUTURE' as const };
    expect(withoutInstances(object, [all], standardRules)).toBeUndefined();
  });
});

describe('an Attendee\u2019s copy', () => {
  it.each([
    ['status', ['4. 10:00', '11. 10:00', '25. 10:00'], [undefined, 'CANCELLED']],
    ['exdate', ['4. 10:00', '11. 10:00', '25. 10:00'], [undefined]],
  ] as const)('shows a cancelled instance by %s', (cancelledInstance, instances, statuses) => {
    const rules = rulesFor({ cancelledInstance });
    const copy = cancelledCopy(object, { instance: THIRD, range: undefined }, rules);
    expect(instancesOf(copy)).toEqual(instances);
    expect(eventsOf(copy).map(statusOf)).toEqual(statuses);
  });

  it('shows a changed instance as the series has it only where the rule says so', () => {
    const rules = { ...standardRules, cancelOfChangedReachesSeries: () => false };
    const copy = cancelledCopy(object, { instance: THIRD, range: undefined }, rules);
    expect(instancesOf(copy)).toEqual(['4. 10:00', '11. 10:00', '18. 10:00', '25. 10:00']);
    expect(eventsOf(copy).map(statusOf)).toEqual([undefined]);
    const plain = cancelledCopy(object, { instance: SECOND, range: undefined }, rules);
    expect(instancesOf(plain)).toEqual(['4. 10:00', '18. 10:00 Room 1', '25. 10:00']);
  });

  it('stays as it is where the series has no such instance', () => {
    const scope = { instance: '2030-03-12T10:00:00Z', range: undefined };
    expect(cancelledCopy(object, scope, standardRules)).toBe(object);
  });

  it.each(['status', 'exdate'] as const)('by %s never loses its last component', (cancelledInstance) => {
    const rules = rulesFor({ cancelledInstance });
    const lone = sampleObject({ lines: ['RRULE:FREQ=WEEKLY;COUNT=1'] });
    const copy = cancelledCopy(lone, { instance: '2030-03-04T10:00:00Z', range: undefined }, rules);
    expect(instancesOf(copy)).toEqual([]);
    expect(eventsOf(copy).map(statusOf)).toContain('CANCELLED');
  });

  it('without series shows each of a range as cancelled', () => {
    const single = sampleObject(monday(11), monday(18), monday(25));
    const copy = cancelledCopy(single, { instance: THIRD, range: 'THISANDFUTURE' }, standardRules);
    expect(eventsOf(copy).map(statusOf)).toEqual([undefined, 'CANCELLED', 'CANCELLED']);
  });
});

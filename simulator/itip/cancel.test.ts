import { describe, expect, it } from 'vitest';
import { type JCalComponent, properties, textValue } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import type { Sample } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { masterOf } from './instances.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { answersIn, OrganizerSide, set } from './testing/sides.js';

const BOTH = { bert: 'ACCEPTED', carla: 'DECLINED' };
const SERIES: Sample = { ...MONDAYS, attendees: BOTH };
const [FIRST, SECOND, THIRD, FOURTH] = [4, 11, 18, 25].map(
  (day) => `2030-03-${String(day).padStart(2, '0')}T10:00:00Z`,
) as [string, string, string, string];

function invited(rules = standardRules, ...overrides: readonly Sample[]): OrganizerSide {
  const side = new OrganizerSide(rules);
  side.invite(SERIES, ...overrides);
  return side;
}

function components(side: OrganizerSide, index = 0): JCalComponent[] {
  return eventsOf(side.sent[index]?.calendar ?? ['', [], []]);
}

describe('the whole event', () => {
  it('is cancelled for all, series and exceptions, without RECURRENCE-ID and with STATUS', () => {
    const side = invited(standardRules, monday(11, { attendees: BOTH, sequence: 3 }));
    expect(side.cancel()).toEqual(['CANCEL 4 series to bert, carla']);
    expect(components(side).map((event) => textValue(event, 'status'))).toEqual(['CANCELLED']);
    expect(answersIn(components(side)[0])).toBe('bert ACCEPTED, carla DECLINED');
    expect(side.entry).toBeUndefined();
  });

  it('is cancelled by its instances for those who are on these alone', () => {
    const side = invited(standardRules, monday(11, { attendees: { bert: 'ACCEPTED', dora: 'ACCEPTED' } }));
    expect(side.cancel()).toEqual(['CANCEL 1 series to bert, carla', 'CANCEL 1 11. to dora']);
    expect(answersIn(components(side, 1)[0])).toBe('dora ACCEPTED');
  });
});

describe('one instance', () => {
  it('is cancelled with its own times, and leaves the others', () => {
    const side = invited();
    expect(side.cancelOne([SECOND])).toEqual(['CANCEL 1 11. to bert, carla']);
    const [event] = components(side);
    expect(
      event && ['recurrence-id', 'dtstart', 'dtend', 'status'].map((name) => textValue(event, name)),
    ).toEqual([SECOND, SECOND, '2030-03-11T11:00:00Z', 'CANCELLED']);
    expect(event?.[1].some(([name]) => name === 'rrule')).toBe(false);
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00', '25. 10:00']);
    const master = masterOf(side.entry?.calendar ?? ['', [], []]);
    expect(master && properties(master, 'exdate')).toEqual([['exdate', {}, 'date-time', SECOND]]);
  });

  it('that was moved is cancelled under its RECURRENCE-ID', () => {
    const side = invited();
    side.changeOne(SECOND, set({ dtstart: '2030-03-12T15:00:00Z', dtend: '2030-03-12T16:00:00Z' }));
    expect(side.cancelOne([SECOND])).toEqual(['CANCEL 2 11. to bert, carla']);
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00', '25. 10:00']);
  });

  it('is not counted in the SEQUENCE of the series, but in the numbers after it', () => {
    const side = invited();
    side.cancelOne([SECOND]);
    expect(side.change(set({ location: 'Room 1' }))).toEqual(['REQUEST 0 series to bert, carla']);
    expect(side.cancelOne([THIRD])).toEqual(['CANCEL 2 18. to bert, carla']);
  });

  it('must be one of the series', () => {
    expect(() => invited().cancelOne(['2030-03-12T10:00:00Z'])).toThrow(/no instance/);
    const side = invited();
    side.cancelOne([SECOND]);
    expect(() => side.cancelOne([SECOND])).toThrow(RangeError);
  });

  it('may be the last', () => {
    const side = invited();
    side.cancelOne([FIRST, SECOND, THIRD]);
    side.cancelOne([FOURTH]);
    expect(side.entry).toBeUndefined();
  });
});

describe('several instances', () => {
  it('are cancelled in one message by several components (RFC 5546 section 3.2.5 b)', () => {
    const side = invited();
    expect(side.cancelOne([SECOND, FOURTH])).toEqual(['CANCEL 1 11., 1 25. to bert, carla']);
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00']);
  });

  it('are cancelled for everybody whom they concern', () => {
    const side = invited(standardRules, monday(11, { attendees: { bert: 'ACCEPTED', dora: 'ACCEPTED' } }));
    expect(side.cancelOne([SECOND, THIRD])).toEqual([
      'CANCEL 1 11., 1 18. to bert',
      'CANCEL 1 11. to dora',
      'CANCEL 1 18. to carla',
    ]);
  });
});

describe('an instance and all that follow', () => {
  it('are cancelled by RANGE, and the series ends before it', () => {
    const side = invited(standardRules, monday(25, { attendees: { dora: 'ACCEPTED' } }));
    expect(side.cancelOne([THIRD], 'THISANDFUTURE')).toEqual([
      'CANCEL 1 18. THISANDFUTURE to bert, carla, dora',
    ]);
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00']);
    expect(answersIn(components(side)[0])).toBe('bert ACCEPTED, carla DECLINED, dora NEEDS-ACTION');
  });

  it('may be all', () => {
    const side = invited();
    side.cancelOne([FIRST], 'THISANDFUTURE');
    expect(side.entry).toBeUndefined();
  });

  it('are named one by one where all before are meant, for RFC 5546 has no RANGE for that', () => {
    const side = invited(standardRules, monday(4, { attendees: { dora: 'ACCEPTED' } }));
    expect(side.cancelOne([SECOND], 'THISANDPRIOR')).toEqual([
      'CANCEL 1 4. to dora',
      'CANCEL 1 11. to bert, carla',
    ]);
    expect(side.instances).toEqual(['18. 10:00', '25. 10:00']);
  });

  it('in RFC 2446 also all before', () => {
    const side = invited(rulesFor({}, 'rfc2446'));
    expect(side.cancelOne([SECOND], 'THISANDPRIOR')).toEqual(['CANCEL 1 11. THISANDPRIOR to bert, carla']);
    expect(side.instances).toEqual(['18. 10:00', '25. 10:00']);
  });
});

describe('by the policy instanceCancel exdate', () => {
  const rules = rulesFor({ instanceCancel: 'exdate' });

  it('an instance is taken from the series by a REQUEST', () => {
    const side = invited(rules, monday(25, { attendees: BOTH }));
    expect(side.cancelOne([SECOND])).toEqual(['REQUEST 1 series, 0 25. to bert, carla']);
    const [series] = components(side);
    expect(series && properties(series, 'exdate')).toEqual([['exdate', {}, 'date-time', SECOND]]);
    expect(answersIn(series)).toBe('bert ACCEPTED, carla DECLINED');
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00', '25. 10:00']);
  });

  it('those who were on it alone get a CANCEL', () => {
    const side = invited(rules, monday(11, { attendees: { bert: 'ACCEPTED', dora: 'ACCEPTED' } }));
    expect(side.cancelOne([SECOND])).toEqual(['CANCEL 1 11. to dora', 'REQUEST 2 series to bert, carla']);
  });

  it('the last instance is cancelled by CANCEL', () => {
    const side = new OrganizerSide(rules);
    side.invite({ lines: ['RRULE:FREQ=WEEKLY;COUNT=1'] });
    expect(side.cancelOne([FIRST])).toEqual(['CANCEL 1 4. to bert']);
  });
});

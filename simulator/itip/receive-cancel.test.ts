import { describe, expect, it } from 'vitest';
import { makeProperty, withComponents, withoutProperty, withProperty } from '../icalendar/edit.js';
import { properties } from '../icalendar/jcal.js';
import { eventsOf, statusOf } from '../icalendar/read.js';
import { BERLIN, type Sample } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { masterOf } from './instances.js';
import { receiveCancel } from './receive-cancel.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { AttendeeSide, BERT } from './testing/sides.js';

/** A later revision: SEQUENCE and minute of composing. */
function at(sequence: number, minute: number, sample: Sample = {}): Sample {
  return { ...sample, sequence, dtstamp: `20300107T09${String(minute).padStart(2, '0')}00Z` };
}

/** With STATUS CANCELLED. */
function off(sample: Sample): Sample {
  return { ...sample, lines: [...(sample.lines ?? []), 'STATUS:CANCELLED'] };
}

const SERIES = at(0, 0, MONDAYS);
const OTHERS = ['4. 10:00', '18. 10:00', '25. 10:00'];

function withSeries(rules = standardRules): AttendeeSide {
  const side = new AttendeeSide(rules);
  side.request(SERIES);
  return side;
}

function vevents(side: AttendeeSide) {
  return eventsOf(side.entry?.calendar ?? ['', [], []]);
}

describe('a CANCEL of one instance', () => {
  it('leaves the others', () => {
    const side = withSeries();
    expect(side.cancel(off(monday(11, at(1, 1))))).toMatchObject({
      outcome: 'applied',
      rule: 'copyAfterCancel',
    });
    expect(side.instances).toEqual(OTHERS);
    expect(vevents(side).map((event) => statusOf(event))).toEqual([undefined, 'CANCELLED']);
  });

  it('by policy makes an EXDATE of it, in the form of the series', () => {
    const side = new AttendeeSide(rulesFor({ cancelledInstance: 'exdate' }));
    side.request({
      ...SERIES,
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300304T110000',
      dtend: ';TZID=Europe/Berlin:20300304T120000',
    });
    side.request(monday(18, at(1, 1)));
    side.cancel(off(monday(11, at(1, 1))), off(monday(18, at(2, 2))));
    expect(side.instances).toEqual(['4. 10:00', '25. 10:00']);
    expect(vevents(side)).toHaveLength(1);
    expect(vevents(side).flatMap((event) => properties(event, 'exdate'))).toEqual([
      ['exdate', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-11T11:00:00'],
      ['exdate', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-18T11:00:00'],
    ]);
  });

  it('does away with the override that it had', () => {
    const side = withSeries();
    side.request(monday(11, at(1, 1, { dtstart: ':20300312T150000Z', dtend: ':20300312T160000Z' })));
    side.cancel(off(monday(11, at(2, 2))));
    expect(side.instances).toEqual(OTHERS);
  });

  it('is known by its moment, whatever its zone', () => {
    const side = withSeries();
    side.cancel(
      off({ before: BERLIN, ...at(1, 1, { lines: ['RECURRENCE-ID;TZID=Europe/Berlin:20300311T110000'] }) }),
    );
    expect(side.instances).toEqual(OTHERS);
  });

  it.each([
    ['with a lower SEQUENCE than its REQUEST', 1, 9],
    ['with the same SEQUENCE and an earlier DTSTAMP', 2, 1],
  ])('%s changes nothing', (_what, sequence, minute) => {
    const side = withSeries();
    side.request(monday(11, at(2, 2)));
    expect(side.cancel(off(monday(11, at(sequence, minute))))).toMatchObject({
      outcome: 'ignored',
      rule: 'orderCancel',
    });
    expect(side.instances).toContain('11. 10:00');
  });

  it('makes older REQUESTs of it void, and gives way to newer ones', () => {
    const side = withSeries();
    side.cancel(off(monday(11, at(2, 2))));
    expect(side.request(monday(11, at(1, 9))).outcome).toBe('ignored');
    expect(side.instances).toEqual(OTHERS);
    expect(side.request(monday(11, at(3, 3))).outcome).toBe('applied');
    expect(side.instances).toContain('11. 10:00');
  });

  it('by EXDATE may be cancelled again by a newer one', () => {
    const side = withSeries(rulesFor({ cancelledInstance: 'exdate' }));
    side.cancel(off(monday(11, at(1, 1))));
    expect(side.cancel(off(monday(11, at(2, 2)))).outcome).toBe('applied');
    expect(side.request(monday(11, at(1, 9))).outcome).toBe('ignored');
    expect(side.instances).toEqual(OTHERS);
  });

  it('by EXDATE is undone by a newer REQUEST', () => {
    const side = withSeries(rulesFor({ cancelledInstance: 'exdate' }));
    side.cancel(off(monday(11, at(2, 2))));
    side.request(monday(11, at(3, 3)));
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00', '18. 10:00', '25. 10:00']);
    const master = masterOf(side.entry?.calendar ?? ['', [], []]);
    expect(master && properties(master, 'exdate')).toEqual([]);
  });

  it.each(['status', 'exdate'] as const)(
    'as %s outlives an update of the series, not its rescheduling',
    (cancelledInstance) => {
      const side = withSeries(rulesFor({ cancelledInstance }));
      side.cancel(off(monday(11, at(1, 1))));
      side.request(at(0, 2, { lines: [...(MONDAYS.lines ?? []), 'LOCATION:Room 1'] }));
      expect(side.instances).toEqual(['4. 10:00 Room 1', '18. 10:00 Room 1', '25. 10:00 Room 1']);
      side.request(at(2, 3, MONDAYS));
      expect(side.instances).toEqual(['4. 10:00', '11. 10:00', '18. 10:00', '25. 10:00']);
    },
  );

  it('that was composed after a rescheduling outlives it, in whatever order they arrive', () => {
    const side = withSeries();
    side.cancel(off(monday(11, at(3, 3))));
    side.request(at(2, 2, MONDAYS));
    expect(side.instances).toEqual(OTHERS);
  });

  it('that was composed before the series was rescheduled changes nothing', () => {
    const side = withSeries();
    side.request(at(2, 2, MONDAYS));
    expect(side.cancel(off(monday(11, at(1, 1))))).toMatchObject({
      outcome: 'ignored',
      rule: 'overtakenBySeries',
    });
    expect(side.instances).toHaveLength(4);
  });

  it('without STATUS concerns those whom it lists', () => {
    const side = withSeries();
    expect(side.cancel(monday(11, at(1, 1, { attendees: { carla: 'ACCEPTED' } })))).toMatchObject({
      outcome: 'ignored',
      rule: 'cancelConcerns',
    });
    expect(side.instances).toHaveLength(4);
    side.cancel(monday(11, at(1, 1)));
    expect(side.instances).toEqual(OTHERS);
  });
});

describe('a CANCEL of an instance that is not there', () => {
  it.each([
    ['with a SEQUENCE that the series has seen, is ignored', 0, 'ignored'],
    ['is held for the REQUEST that may bring it', 1, 'held'],
  ])('%s', (_what, sequence, outcome) => {
    const side = withSeries();
    const before = side.entry;
    const day = { lines: ['RECURRENCE-ID:20300312T100000Z'] };
    expect(side.cancel(off(at(sequence, 1, day)))).toMatchObject({ outcome, rule: 'holdsEarlyCancel' });
    expect(side.entry).toBe(before);
  });

  it('is held where other instances are known alone', () => {
    const side = new AttendeeSide();
    side.request(monday(11, at(1, 1)));
    expect(side.cancel(off(monday(18, at(2, 2)))).outcome).toBe('held');
  });

  it('is held, or ignored with SEQUENCE 0, where the event is unknown', () => {
    const side = new AttendeeSide();
    expect(side.cancel(off(monday(18, at(2, 2)))).outcome).toBe('held');
    expect(side.cancel(off(monday(18, at(0, 2)))).outcome).toBe('ignored');
  });
});

describe('one who is invited to some instances alone', () => {
  it('sees one cancelled and the others stay', () => {
    const side = new AttendeeSide();
    side.request(monday(11, at(1, 1)));
    side.request(monday(18, at(1, 2)));
    side.cancel(off(monday(11, at(2, 3))));
    expect(side.instances).toEqual(['18. 10:00']);
    expect(vevents(side)).toHaveLength(2);
  });

  it('sees all cancelled by a CANCEL of the whole, but not one that was composed later', () => {
    const side = new AttendeeSide();
    side.request(monday(11, at(1, 1)));
    side.request(monday(18, at(3, 3)));
    expect(side.cancel(off(at(2, 2))).outcome).toBe('applied');
    expect(side.instances).toEqual(['18. 10:00']);
    expect(side.request(monday(25, at(1, 1))).outcome).toBe('ignored');
  });

  it('sees those of a range cancelled', () => {
    const side = new AttendeeSide();
    for (const day of [4, 18, 25]) side.request(monday(day, at(1, 1)));
    side.cancel(off(at(2, 2, { lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300311T100000Z'] })));
    expect(side.instances).toEqual(['4. 10:00']);
  });
});

describe('a CANCEL in the name of another Organizer', () => {
  it('is ignored, and one without ORGANIZER is not', () => {
    const { entry } = withSeries();
    const cancel = withProperty(sampleObject(off(monday(11, at(1, 1)))), makeProperty('method', 'CANCEL'));
    const named = JSON.parse(JSON.stringify(cancel).replaceAll('anna@', 'emil@')) as typeof cancel;
    const refused = { outcome: 'ignored', rule: 'takesCancel' };
    expect(receiveCancel(entry, named, BERT, standardRules)).toMatchObject(refused);
    const nobody = withComponents(
      cancel,
      cancel[2].map((event) => withoutProperty(event, 'organizer')),
    );
    expect(receiveCancel(entry, nobody, BERT, standardRules)).toMatchObject({ outcome: 'applied' });
  });
});

describe('a CANCEL of several instances', () => {
  it('by several components takes each away', () => {
    const side = withSeries();
    const decision = side.cancel(off(monday(11, at(1, 1))), off(monday(25, at(1, 1))));
    expect(decision.parts?.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00']);
  });

  it('decides on each by itself', () => {
    const side = withSeries();
    side.request(monday(11, at(3, 3)));
    const decision = side.cancel(off(monday(11, at(2, 2))), off(monday(25, at(2, 2))));
    expect(decision).toMatchObject({ outcome: 'applied' });
    expect(decision.parts?.map(({ outcome }) => outcome)).toEqual(['ignored', 'applied']);
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00', '18. 10:00']);
  });

  const several = at(1, 1, { lines: ['RECURRENCE-ID:20300311T100000Z', 'RECURRENCE-ID:20300325T100000Z'] });

  it('by several RECURRENCE-IDs takes each away in RFC 2446', () => {
    const side = withSeries(rulesFor({}, 'rfc2446'));
    side.cancel(off(several));
    expect(side.instances).toEqual(['4. 10:00', '18. 10:00']);
  });

  it('by several RECURRENCE-IDs takes the first away in RFC 5546', () => {
    const side = withSeries();
    side.cancel(off(several));
    expect(side.instances).toEqual(OTHERS);
  });
});

describe('a CANCEL of a range', () => {
  const following = at(2, 2, { lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300318T100000Z'] });

  it('takes the instance and all that follow away, overrides too', () => {
    const side = withSeries();
    side.request(monday(25, at(1, 1)));
    expect(side.cancel(off(following)).outcome).toBe('applied');
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00']);
  });

  it('makes older REQUESTs of them void, and outlives an update of the series', () => {
    const side = withSeries();
    side.cancel(off(following));
    expect(side.request(monday(25, at(1, 9))).outcome).toBe('ignored');
    side.request(at(0, 3, { lines: [...(MONDAYS.lines ?? []), 'LOCATION:Room 1'] }));
    expect(side.instances).toEqual(['4. 10:00 Room 1', '11. 10:00 Room 1']);
  });

  it('lets an instance come back with a newer REQUEST', () => {
    const side = withSeries();
    side.cancel(off(following));
    side.request(monday(25, at(3, 3)));
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00', '25. 10:00']);
  });

  it('of all leaves a copy that shows as cancelled', () => {
    const side = withSeries();
    side.cancel(off(at(1, 1, { lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300304T100000Z'] })));
    expect(vevents(side).map(statusOf)).toEqual(['CANCELLED']);
  });

  const prior = at(1, 1, { lines: ['RECURRENCE-ID;RANGE=THISANDPRIOR:20300311T100000Z'] });

  it('before it is understood in RFC 2446 alone', () => {
    const side = withSeries();
    expect(side.cancel(off(prior))).toMatchObject({ outcome: 'ignored', rule: 'takesRange' });
    expect(side.instances).toHaveLength(4);
    const former = withSeries(rulesFor({}, 'rfc2446'));
    former.cancel(off(prior));
    expect(former.instances).toEqual(['18. 10:00', '25. 10:00']);
  });
});

describe('a CANCEL of the whole', () => {
  it('cancels the series and its exceptions', () => {
    const side = withSeries();
    side.request(monday(11, at(1, 1)));
    expect(side.cancel(off(at(2, 2))).outcome).toBe('applied');
    expect(side.instances).toEqual([]);
    expect(vevents(side).map(statusOf)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(side.request(monday(18, at(1, 1))).outcome).toBe('ignored');
    expect(side.request(at(3, 3, MONDAYS)).outcome).toBe('applied');
    expect(side.instances).toHaveLength(4);
  });

  it('cannot be taken without VEVENT', () => {
    expect(receiveCancel(undefined, ['vcalendar', [], []], BERT, standardRules).outcome).toBe('rejected');
  });
});

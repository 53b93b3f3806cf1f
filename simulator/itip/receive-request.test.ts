import { describe, expect, it } from 'vitest';
import { makeProperty, withProperty } from '../icalendar/edit.js';
import { IcalendarError } from '../icalendar/icalendar-error.js';
import { eventsOf, sequenceOf } from '../icalendar/read.js';
import { BERLIN, type Sample, sampleEvent } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { eventAt, masterOf } from './instances.js';
import { receiveRequest } from './receive-request.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { AttendeeSide, answersIn, BERT } from './testing/sides.js';

/** A later revision: SEQUENCE and minute of composing. */
function at(sequence: number, minute: number, sample: Sample): Sample {
  return { ...sample, sequence, dtstamp: `20300107T09${String(minute).padStart(2, '0')}00Z` };
}

const SERIES = at(0, 0, MONDAYS);
const ALL = ['4. 10:00', '11. 10:00', '18. 10:00', '25. 10:00'];
const MOVED: Sample = { dtstart: ':20300312T150000Z', dtend: ':20300312T160000Z' };
const TUESDAYS: Sample = {
  dtstart: ':20300305T100000Z',
  dtend: ':20300305T110000Z',
  lines: ['RRULE:FREQ=WEEKLY;COUNT=4'],
};

function withSeries(rules = standardRules): AttendeeSide {
  const side = new AttendeeSide(rules);
  side.request(SERIES);
  return side;
}

describe('a REQUEST of a series', () => {
  it('makes one copy with all its components', () => {
    const side = new AttendeeSide();
    expect(side.request(monday(11, at(1, 1, MOVED)), at(2, 1, MONDAYS))).toMatchObject({
      outcome: 'applied',
      rule: 'takesUnknown',
    });
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
  });

  it('cannot be taken without VEVENT', () => {
    const receiver = { own: BERT, now: '2030-01-07T09:00:00Z' };
    const decision = receiveRequest(undefined, ['vcalendar', [], []], receiver, standardRules);
    expect(decision.outcome).toBe('rejected');
  });
});

describe('a REQUEST of one instance', () => {
  it('changes that one', () => {
    const side = withSeries();
    expect(side.request(monday(11, at(1, 1, MOVED))).outcome).toBe('applied');
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
    expect(eventsOf(side.entry?.calendar ?? ['', [], []])).toHaveLength(2);
  });

  it('is known by its moment, whatever its zone', () => {
    const side = withSeries();
    side.request({
      before: BERLIN,
      ...at(1, 1, MOVED),
      lines: ['RECURRENCE-ID;TZID=Europe/Berlin:20300311T110000'],
    });
    side.request(monday(11, at(2, 2, { lines: ['LOCATION:Room 2'] })));
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00 Room 2', '18. 10:00', '25. 10:00']);
  });

  it('may come before the series, which leaves it', () => {
    const side = new AttendeeSide();
    side.request(monday(11, at(1, 1, MOVED)));
    expect(side.instances).toEqual(['11.>12. 15:00']);
    expect(side.request(SERIES).outcome).toBe('applied');
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
  });

  it('may come without the series', () => {
    const side = new AttendeeSide();
    side.request(monday(11, at(1, 1, {})));
    side.request(monday(18, at(1, 2, {})));
    side.request(monday(11, at(2, 3, MOVED)));
    expect(side.instances).toEqual(['11.>12. 15:00', '18. 10:00']);
  });

  it.each([
    ['with a lower SEQUENCE', at(1, 9, {})],
    ['with the same SEQUENCE and an earlier DTSTAMP', at(2, 1, {})],
    ['a second time', at(2, 2, MOVED)],
  ])('%s changes nothing', (_what, sample) => {
    const side = withSeries();
    side.request(monday(11, at(2, 2, MOVED)));
    const before = side.instances;
    expect(side.request(monday(11, sample))).toMatchObject({ outcome: 'ignored', rule: 'orderRequest' });
    expect(side.instances).toEqual(before);
  });

  it('is ordered by itself: another instance, and the series, may have a greater SEQUENCE', () => {
    const side = new AttendeeSide();
    side.request(at(5, 0, MONDAYS));
    side.request(monday(18, at(7, 2, { lines: ['LOCATION:Room 1'] })));
    expect(side.request(monday(11, at(1, 3, MOVED))).outcome).toBe('applied');
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00 Room 1', '25. 10:00']);
  });

  it('that was composed before the series was rescheduled changes nothing', () => {
    const side = withSeries();
    side.request(at(2, 2, TUESDAYS));
    expect(side.request(monday(11, at(1, 1, MOVED)))).toMatchObject({
      outcome: 'ignored',
      rule: 'overtakenBySeries',
    });
    expect(side.instances).toEqual(['5. 10:00', '12. 10:00', '19. 10:00', '26. 10:00']);
  });

  it('that was composed before an update of the series still counts', () => {
    const side = withSeries();
    side.request(at(0, 2, { lines: [...(MONDAYS.lines ?? []), 'LOCATION:Room 9'] }));
    expect(side.request(monday(11, at(1, 1, MOVED))).outcome).toBe('applied');
    expect(side.instances[1]).toBe('11.>12. 15:00');
  });

  it('asks anew when its SEQUENCE rises, and else leaves the answer', () => {
    const side = new AttendeeSide();
    side.request(at(0, 0, { ...MONDAYS, attendees: { bert: 'ACCEPTED' } }));
    side.request(monday(11, at(0, 1, { lines: ['LOCATION:Room 2'] })));
    side.request(monday(18, at(1, 1, MOVED)));
    const calendar = side.entry?.calendar ?? ['', [], []];
    expect(answersIn(eventAt(calendar, '2030-03-11T10:00:00Z', standardRules))).toBe('bert ACCEPTED');
    expect(answersIn(eventAt(calendar, '2030-03-18T10:00:00Z', standardRules))).toBe('bert NEEDS-ACTION');
  });

  it('may reach to all that follow, except those changed by themselves', () => {
    const side = withSeries();
    side.request(monday(25, at(1, 1, { lines: ['LOCATION:Room 3'] })));
    const range: Sample = {
      dtstart: ':20300311T120000Z',
      dtend: ':20300311T130000Z',
      lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300311T100000Z'],
    };
    expect(side.request(at(2, 2, range)).outcome).toBe('applied');
    expect(side.instances).toEqual(['4. 10:00', '11. 12:00', '18. 12:00', '25. 10:00 Room 3']);
  });

  it('with a RANGE that is not understood changes nothing', () => {
    const side = withSeries();
    const sample = at(1, 1, { lines: ['RECURRENCE-ID;RANGE=THISANDPRIOR:20300311T100000Z'] });
    expect(side.request(sample)).toMatchObject({ outcome: 'ignored', rule: 'takesRange' });
    expect(side.instances).toEqual(ALL);
  });
});

describe('a REQUEST of the series, with overrides in the copy', () => {
  function withOverride(): AttendeeSide {
    const side = withSeries();
    side.request(monday(11, at(1, 1, { ...MOVED, lines: ['LOCATION:Room 1'] })));
    return side;
  }

  it('with the same SEQUENCE leaves them; what they share with the series follows', () => {
    const side = withOverride();
    side.request(
      at(0, 2, { lines: [...(MONDAYS.lines ?? []), 'LOCATION:Room 9', 'DESCRIPTION:Bring the plans'] }),
    );
    expect(side.instances).toEqual([
      '4. 10:00 Room 9',
      '11.>12. 15:00 Room 1',
      '18. 10:00 Room 9',
      '25. 10:00 Room 9',
    ]);
    const override = eventAt(side.entry?.calendar ?? ['', [], []], '2030-03-11T10:00:00Z', standardRules);
    expect(override?.[1].find(([name]) => name === 'description')?.[3]).toBe('Bring the plans');
  });

  it('with a greater SEQUENCE does away with older ones', () => {
    const side = withOverride();
    expect(side.request(at(2, 2, TUESDAYS)).outcome).toBe('applied');
    expect(side.instances).toEqual(['5. 10:00', '12. 10:00', '19. 10:00', '26. 10:00']);
    expect(eventsOf(side.entry?.calendar ?? ['', [], []])).toHaveLength(1);
  });

  it('with a greater SEQUENCE leaves those that were composed later', () => {
    const side = withSeries();
    side.request(monday(11, at(3, 3, MOVED)));
    side.request(at(2, 2, MONDAYS));
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
    expect(sequenceOf(masterOf(side.entry?.calendar ?? ['', [], []]) ?? ['', [], []])).toBe(2);
  });

  it('keeps those that it brings, each by its own revision', () => {
    const side = withOverride();
    side.request(monday(18, at(3, 3, { lines: ['LOCATION:Room 3'] })));
    const decision = side.request(
      at(4, 4, MONDAYS),
      monday(11, at(1, 1, { lines: ['LOCATION:Room 7'] })),
      monday(18, at(4, 4, { lines: ['LOCATION:Room 4'] })),
      monday(25, at(2, 2, { lines: ['LOCATION:Room 5'] })),
    );
    expect(decision.parts?.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'ignored',
      'applied',
      'applied',
    ]);
    expect(side.instances).toEqual([
      '4. 10:00',
      '11.>12. 15:00 Room 1',
      '18. 10:00 Room 4',
      '25. 10:00 Room 5',
    ]);
  });

  it('brings those that were stamped before the last rescheduling, too', () => {
    const side = withOverride();
    side.request(at(2, 5, MONDAYS));
    side.request(at(3, 6, MONDAYS), monday(11, at(3, 4, { lines: ['LOCATION:Room 7'] })));
    expect(side.instances[1]).toBe('11. 10:00 Room 7');
  });
});

describe('a REQUEST in RFC 2446, where revisions are counted by UID alone', () => {
  const rules = rulesFor({}, 'rfc2446');

  it('of an instance obsoletes an older one of the series, and of another instance', () => {
    const side = withSeries(rules);
    side.request(monday(11, at(2, 2, MOVED)));
    expect(side.request(at(1, 3, TUESDAYS)).outcome).toBe('ignored');
    expect(side.request(monday(18, at(1, 4, MOVED))).outcome).toBe('ignored');
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
  });

  it('of several components is compared with what was there before it', () => {
    const side = withSeries(rules);
    side.request(at(2, 2, MONDAYS), monday(11, at(2, 1, MOVED)));
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
  });

  it('that moves an instance may give it the new start for its RECURRENCE-ID', () => {
    const side = withSeries(rulesFor({ movedInstance: 'new-start' }, 'rfc2446'));
    side.request(monday(11, at(1, 1, MOVED)));
    expect(side.instances).toEqual(['4. 10:00', '12. 15:00', '18. 10:00', '25. 10:00']);
    side.request({ ...at(2, 2, { lines: ['RECURRENCE-ID:20300312T150000Z', 'LOCATION:Room 2'] }), ...MOVED });
    expect(side.instances).toEqual(['4. 10:00', '12. 15:00 Room 2', '18. 10:00', '25. 10:00']);
  });
});

describe('a series that cannot be followed', () => {
  it('is stored; what needs its instances is an error', () => {
    const side = new AttendeeSide();
    side.request({ lines: ['RRULE:FREQ=SECONDLY'] });
    const late = { ...at(1, 1, {}), lines: ['RECURRENCE-ID:20310304T100000Z'] };
    expect(() => side.cancel({ ...late, lines: [...late.lines, 'STATUS:CANCELLED'] })).toThrow(
      IcalendarError,
    );
  });
});

describe('what counts of a REQUEST', () => {
  const both = [SERIES, monday(11, at(0, 0, MOVED))] as const;

  it('is an event also with an empty SUMMARY', () => {
    const event = withProperty(sampleEvent(), makeProperty('summary', ''));
    const receiver = { own: BERT, now: '2030-01-07T09:00:00Z' };
    const decision = receiveRequest(undefined, ['vcalendar', [], [event]], receiver, standardRules);
    expect(decision.outcome).toBe('applied');
  });

  it('is all of its components', () => {
    const side = new AttendeeSide();
    side.request(...both);
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
  });

  it('is what the rule leaves of its components', () => {
    const side = new AttendeeSide({ ...standardRules, requestTakes: (parts) => parts.slice(0, 1) });
    side.request(...both);
    expect(side.instances).toEqual(ALL);
  });

  it('is nothing where the rule does not allow what stands in it', () => {
    const side = new AttendeeSide({ ...standardRules, takesContent: () => false });
    expect(side.request(SERIES)).toMatchObject({ outcome: 'rejected', rule: 'takesContent' });
    expect(side.entry).toBeUndefined();
  });

  it('is decided knowing which instance of an unknown event it names', () => {
    const named: string[] = [];
    const takesUnknown = (_revision: unknown, instance: string) => named.push(instance) > 0;
    new AttendeeSide({ ...standardRules, takesUnknown }).request(monday(11));
    new AttendeeSide({ ...standardRules, takesUnknown }).request(MONDAYS, monday(11));
    expect(named).toEqual(['2030-03-11T10:00:00Z', '']);
  });
});

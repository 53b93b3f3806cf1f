import { describe, expect, it } from 'vitest';
import { type JCalComponent, property, textValue } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { BERLIN, type Sample } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { eventAt } from './instances.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { add, answersIn, OrganizerSide, remove, set } from './testing/sides.js';
import { addressesIn } from './views.js';

const BOTH = { bert: 'ACCEPTED', carla: 'ACCEPTED' };
const SERIES: Sample = { ...MONDAYS, attendees: BOTH };
const SECOND = '2030-03-11T10:00:00Z';
const MOVED = set({ dtstart: '2030-03-12T15:00:00Z', dtend: '2030-03-12T16:00:00Z' });

function invited(rules = standardRules): OrganizerSide {
  const side = new OrganizerSide(rules);
  side.invite(SERIES);
  return side;
}

function sentEvent(side: OrganizerSide, index = 0): JCalComponent | undefined {
  return eventsOf(side.sent[index]?.calendar ?? ['', [], []])[0];
}

describe('a changed instance', () => {
  it('is sent alone, under its original time, with a greater SEQUENCE when it moves', () => {
    const side = invited();
    expect(side.changeOne(SECOND, MOVED)).toEqual(['REQUEST 1 11. to bert, carla']);
    expect(side.instances).toEqual(['4. 10:00', '11.>12. 15:00', '18. 10:00', '25. 10:00']);
    const sent = sentEvent(side);
    expect(sent && property(sent, 'recurrence-id')).toEqual(['recurrence-id', {}, 'date-time', SECOND]);
    expect(sent && property(sent, 'rrule')).toBeUndefined();
    expect(answersIn(sent)).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
    expect(answersIn(eventAt(side.entry?.calendar ?? ['', [], []], '', standardRules))).toBe(
      'bert ACCEPTED, carla ACCEPTED',
    );
  });

  it('keeps SEQUENCE and answers when only a detail changes', () => {
    const side = invited();
    expect(side.changeOne(SECOND, set({ location: 'Room 1' }))).toEqual(['REQUEST 0 11. to bert, carla']);
    expect(answersIn(sentEvent(side))).toBe('bert ACCEPTED, carla ACCEPTED');
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00 Room 1', '18. 10:00', '25. 10:00']);
  });

  it('can be changed again, also by its own time, and gets a number above all that were sent', () => {
    const side = invited();
    side.changeOne(SECOND, MOVED);
    side.changeOne('2030-03-18T10:00:00Z', MOVED);
    expect(side.changeOne(SECOND, set({ dtend: '2030-03-12T17:00:00Z' }))).toEqual([
      'REQUEST 3 11. to bert, carla',
    ]);
    expect(side.changeOne(SECOND, set({ location: 'Room 1' }))).toEqual(['REQUEST 3 11. to bert, carla']);
  });

  it('keeps the RECURRENCE-ID that it has, whatever the edit does', () => {
    const side = invited();
    side.changeOne(SECOND, set({ 'recurrence-id': '2030-03-25T10:00:00Z', location: 'Room 1' }));
    expect(side.instances[1]).toBe('11. 10:00 Room 1');
  });

  it('is named in the zone of the series', () => {
    const side = new OrganizerSide();
    side.invite({
      ...SERIES,
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300325T100000',
      dtend: ';TZID=Europe/Berlin:20300325T110000',
    });
    side.changeOne('2030-04-01T08:00:00Z', set({ location: 'Room 1' }));
    const sent = sentEvent(side);
    expect(sent && property(sent, 'recurrence-id')?.slice(1)).toEqual([
      { tzid: 'Europe/Berlin' },
      'date-time',
      '2030-04-01T10:00:00',
    ]);
    expect(sent && textValue(sent, 'dtend')).toBe('2030-04-01T11:00:00');
    expect(side.sent[0]?.calendar[2].map(([name]) => name)).toEqual(['vtimezone', 'vevent']);
  });

  it('must be one of the series', () => {
    const side = invited();
    expect(() => side.changeOne('2030-03-12T10:00:00Z', MOVED)).toThrow(RangeError);
    expect(() => side.changeOne('2030-03-12T10:00:00Z', MOVED)).toThrow(/no instance 2030-03-12T10:00:00Z/);
  });

  it('may take all that follow along', () => {
    const side = invited();
    const later = set({ dtstart: '2030-03-11T12:00:00Z', dtend: '2030-03-11T13:00:00Z' });
    expect(side.changeOne(SECOND, later, 'THISANDFUTURE')).toEqual([
      'REQUEST 1 11. THISANDFUTURE to bert, carla',
    ]);
    expect(side.instances).toEqual(['4. 10:00', '11. 12:00', '18. 12:00', '25. 12:00']);
    side.changeOne('2030-03-18T10:00:00Z', set({ location: 'Room 1' }));
    expect(side.instances).toEqual(['4. 10:00', '11. 12:00', '18. 12:00 Room 1', '25. 12:00']);
  });
});

describe('Attendees of one instance', () => {
  it('who are added get a REQUEST of it alone', () => {
    const side = invited();
    expect(side.changeOne(SECOND, add('dora'))).toEqual(['REQUEST 0 11. to bert, carla, dora']);
    expect(eventsOf(side.sent[0]?.calendar ?? ['', [], []])).toHaveLength(1);
  });

  it('who are removed get a CANCEL of it alone, without STATUS', () => {
    const side = invited();
    expect(side.changeOne(SECOND, remove('carla'))).toEqual([
      'CANCEL 1 11. to carla',
      'REQUEST 1 11. to bert',
    ]);
    const cancel = sentEvent(side);
    expect(cancel && textValue(cancel, 'status')).toBeUndefined();
    expect(cancel && textValue(cancel, 'recurrence-id')).toBe(SECOND);
    expect(answersIn(cancel)).toBe('carla ACCEPTED');
    expect(answersIn(sentEvent(side, 1))).toBe('bert ACCEPTED');
  });

  it('may all be removed', () => {
    const side = invited();
    expect(side.changeOne(SECOND, (event) => remove('bert')(remove('carla')(event)))).toEqual([
      'CANCEL 1 11. to bert, carla',
    ]);
  });

  it('are the only ones to hear of it', () => {
    const side = new OrganizerSide();
    side.invite(SERIES, monday(11, { attendees: { dora: 'ACCEPTED' } }));
    expect(side.changeOne('2030-03-18T10:00:00Z', MOVED)).toEqual(['REQUEST 1 18. to bert, carla']);
    expect(side.changeOne(SECOND, MOVED)).toEqual(['REQUEST 2 11. to dora']);
  });
});

describe('by the policy movedInstance new-start of RFC 2446', () => {
  it('a moved instance is sent under its original time and goes by the new one from then on', () => {
    const side = invited(rulesFor({ movedInstance: 'new-start' }, 'rfc2446'));
    expect(side.changeOne(SECOND, MOVED)).toEqual(['REQUEST 1 11. to bert, carla']);
    expect(side.instances).toEqual(['4. 10:00', '12. 15:00', '18. 10:00', '25. 10:00']);
    expect(side.changeOne('2030-03-12T15:00:00Z', set({ location: 'Room 1' }))).toEqual([
      'REQUEST 1 12. to bert, carla',
    ]);
    expect(() => side.changeOne(SECOND, MOVED)).toThrow(/no instance/);
  });
});

describe('whom a changed instance concerns', () => {
  it('is decided knowing who is invited to the others', () => {
    const side = invited({
      ...standardRules,
      instanceRequestConcerns: (addresses, all) => [...addresses, ...all.flatMap(addressesIn)].slice(-1),
    });
    expect(side.changeOne(SECOND, add('dora'))).toEqual(['REQUEST 0 11. to dora']);
    expect(side.changeOne('2030-03-18T10:00:00Z', set({ location: 'Room 1' }))).toEqual([
      'REQUEST 0 18. to carla',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { components, type JCalComponent, textValue } from '../icalendar/jcal.js';
import { eventsOf, methodOf } from '../icalendar/read.js';
import { BERLIN, sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { calendarAround, messageOf, timezonesFor, withoutAlarms, withTimezonesFor } from './message.js';
import { standardRules } from './standard-rules.js';

const VIENNA = BERLIN.map((line) => line.replace('Europe/Berlin', 'Europe/Vienna'));
const IN_BERLIN = {
  dtstart: ';TZID=Europe/Berlin:20300304T100000',
  dtend: ';TZID=Europe/Berlin:20300304T110000',
};

function only(calendar: JCalComponent): JCalComponent {
  const [event] = eventsOf(calendar);
  if (event === undefined) throw new Error('no VEVENT');
  return event;
}

function zonesIn(calendar: JCalComponent): (string | undefined)[] {
  return components(calendar, 'vtimezone').map((zone) => textValue(zone, 'tzid'));
}

describe('a message', () => {
  it('has METHOD, its VEVENTs and the VTIMEZONEs that these refer to', () => {
    const source = sampleCalendar({ before: [...VIENNA, ...BERLIN], ...IN_BERLIN });
    const message = messageOf('REQUEST', [only(source), sampleEvent()], source, standardRules);
    expect(methodOf(message)).toBe('REQUEST');
    expect(eventsOf(message)).toHaveLength(2);
    expect(zonesIn(message)).toEqual(['Europe/Berlin']);
  });

  it('needs no VTIMEZONE for UTC', () => {
    const source = sampleCalendar({ before: BERLIN });
    expect(timezonesFor([only(source)], source)).toEqual([]);
  });
});

describe('a stored object that takes a component in', () => {
  const stored = calendarAround([sampleEvent()], []);

  it('gets the VTIMEZONE that it does not have', () => {
    const message = sampleCalendar({ before: BERLIN, ...IN_BERLIN });
    expect(zonesIn(withTimezonesFor(stored, only(message), message))).toEqual(['Europe/Berlin']);
  });

  it('keeps the one that says the same', () => {
    const [one, other] = [1, 2].map(() => sampleCalendar({ before: BERLIN, ...IN_BERLIN }));
    if (one === undefined || other === undefined) throw new Error('no sample');
    expect(withTimezonesFor(one, only(other), other)).toBe(one);
  });

  it('replaces one that says something else, and no other', () => {
    const before = sampleCalendar({ before: [...VIENNA, ...BERLIN], ...IN_BERLIN });
    const changed = BERLIN.map((line) => line.replace('TZOFFSETTO:+0200', 'TZOFFSETTO:+0300'));
    const message = sampleCalendar({ before: changed, ...IN_BERLIN });
    const after = withTimezonesFor(before, only(message), message);
    expect(zonesIn(after)).toEqual(['Europe/Berlin', 'Europe/Vienna']);
    expect(components(after, 'vtimezone')).toContain(components(message, 'vtimezone')[0]);
    expect(eventsOf(after)).toEqual(eventsOf(before));
  });
});

describe('an event without alarms', () => {
  it('has lost nothing else', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:AUDIO', 'TRIGGER:-PT5M', 'END:VALARM'];
    const event = sampleEvent({ lines: ['LOCATION:Room 1', ...alarm] });
    expect(event[2]).toHaveLength(1);
    expect(withoutAlarms(event)).toEqual([event[0], event[1], []]);
    const silent = sampleEvent();
    expect(withoutAlarms(silent)).toBe(silent);
  });
});

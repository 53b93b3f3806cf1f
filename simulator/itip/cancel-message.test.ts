import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { eventsOf, methodOf } from '../icalendar/read.js';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { type CancelPart, cancelMessages } from './cancel-message.js';
import { standardRules } from './standard-rules.js';
import { answersIn } from './testing/sides.js';

const source = sampleCalendar({
  before: BERLIN,
  dtstart: ';TZID=Europe/Berlin:20300304T100000',
  attendees: { anna: 'ACCEPTED', bert: 'ACCEPTED', carla: 'DECLINED' },
  lines: ['STATUS:CONFIRMED', 'REQUEST-STATUS:2.0;Success'],
});
const stamp = { sequence: 4, now: '2030-01-08T09:00:00Z', source };

function part(kind: CancelPart['kind'], ...ids: readonly string[]): CancelPart {
  const [event = source] = eventsOf(source);
  return { event, addresses: ids.map((id) => `mailto:${id}@example.com`), kind };
}

describe('a CANCEL', () => {
  it.each([
    ['event', 'CANCELLED'],
    ['instance', 'CANCELLED'],
    ['attendees', undefined],
  ] as const)('of %s has STATUS %s', (kind, status) => {
    const [message] = cancelMessages([part(kind, 'bert', 'carla')], stamp, standardRules);
    const [event] = eventsOf(message?.calendar ?? ['', [], []]);
    expect(event && textValue(event, 'status')).toBe(status);
    expect(event?.[1].filter(([name]) => name === 'status' || name === 'request-status')).toHaveLength(
      status === undefined ? 0 : 1,
    );
  });

  it('is numbered and stamped, lists whom it concerns and brings its VTIMEZONE', () => {
    const [message] = cancelMessages([part('attendees', 'carla')], stamp, standardRules);
    expect(message && methodOf(message.calendar)).toBe('CANCEL');
    expect(message?.calendar[2].map(([name]) => name)).toEqual(['vtimezone', 'vevent']);
    const [event] = eventsOf(message?.calendar ?? ['', [], []]);
    expect(event && [textValue(event, 'sequence'), textValue(event, 'dtstamp')]).toEqual([
      '4',
      '2030-01-08T09:00:00Z',
    ]);
    expect(answersIn(event)).toBe('carla DECLINED');
  });

  it('is not sent to the Organizer, who may be an Attendee', () => {
    const [message] = cancelMessages([part('event', 'anna', 'bert')], stamp, standardRules);
    expect(message?.recipients).toEqual(['mailto:bert@example.com']);
    expect(answersIn(eventsOf(message?.calendar ?? ['', [], []])[0])).toBe('anna ACCEPTED, bert ACCEPTED');
  });

  it('names one whom the component does not list', () => {
    const [message] = cancelMessages([part('instance', 'bert', 'dora')], stamp, standardRules);
    expect(answersIn(eventsOf(message?.calendar ?? ['', [], []])[0])).toBe(
      'bert ACCEPTED, dora NEEDS-ACTION',
    );
  });
});

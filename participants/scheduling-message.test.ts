import { describe, expect, it } from 'vitest';
import { makeProperty } from '../simulator/icalendar/edit.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { sampleText } from '../simulator/testing/sample-event.js';
import type { CalendarUser } from '../targets/target.js';
import { listedIn, readMessage, shown, userOf } from './scheduling-message.js';
import { addressOf, CAST } from './testing/fake-stage.js';

function transit(data: string) {
  return { id: '7', originator: addressOf('anna'), recipient: 'mailto:BERT@Example.com', data };
}

describe('a scheduling message', () => {
  it('is read with its method, its people and its revision', () => {
    const message = readMessage(transit(sampleText({ method: 'request', uid: 'u1', sequence: 3 })), CAST);
    expect(message).toMatchObject({ method: 'REQUEST', uid: 'u1', from: 'anna', to: 'bert', sequence: 3 });
    expect(message?.event[0]).toBe('vevent');
    expect(message?.calendar[0]).toBe('vcalendar');
    expect(message?.transit.id).toBe('7');
  });

  it('has an empty method when it has none', () => {
    expect(readMessage(transit(sampleText()), CAST)?.method).toBe('');
  });

  it.each([
    ['no iCalendar text', 'Dear Bert, come to the meeting'],
    ['nothing', ''],
    [
      'an object without event',
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
    ],
  ])('is not made of %s', (_what, data) => {
    expect(readMessage(transit(data), CAST)).toBeUndefined();
  });
});

describe('a calendar address', () => {
  const anna: CalendarUser = {
    ...{ id: 'anna', name: 'Anna', placement: 'target' },
    addresses: ['mailto:anna@example.com', '/principals/anna/'],
  };
  const cast = new Map([['anna', anna]]);

  it.each([['mailto:anna@example.com'], ['MAILTO:Anna@Example.COM'], ['/principals/anna/']])(
    '%s is of Anna',
    (address) => {
      expect(userOf(address, cast)).toBe('anna');
    },
  );

  it('of somebody outside the cast stands for itself', () => {
    expect(userOf('mailto:annabel@example.com', cast)).toBe('mailto:annabel@example.com');
  });
});

describe('an event', () => {
  const event: JCalComponent = [
    'vevent',
    [
      makeProperty('summary', 'Design review'),
      makeProperty('attendee', addressOf('carla')),
      makeProperty('attendee', 'mailto:stranger@example.net'),
      makeProperty('attendee', addressOf('bert')),
    ],
    [],
  ];

  it('lists its Attendees in order', () => {
    expect(listedIn(event, CAST)).toEqual(['carla', 'mailto:stranger@example.net', 'bert']);
  });

  it('shows a property for people', () => {
    expect(shown(event, 'summary')).toBe('Design review');
    expect(shown(event, 'location')).toBe('(none)');
  });
});

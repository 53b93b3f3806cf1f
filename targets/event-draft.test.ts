import { describe, expect, it, test } from 'vitest';
import { components, property } from '../simulator/icalendar/jcal.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import { eventsOf } from '../simulator/icalendar/read.js';
import { writeCalendar } from '../simulator/icalendar/write.js';
import { BERLIN } from '../simulator/testing/sample-event.js';
import { attendeeLine, draftEvent, recurrenceProperties, timeProperty } from './event-draft.js';
import { castAtExample } from './example-cast.js';
import type { Intent } from './target.js';

const CAST = castAtExample({
  ...{ scenario: 'of the test', names: ['Anna', 'Bert', 'Rita', 'Sven'], external: [] },
  cutypes: { Rita: 'ROOM' },
});
const STAMP = '2030-01-07T09:00:00Z';

const INVITE: Extract<Intent, { kind: 'invite' }> = {
  ...{ kind: 'invite', actor: 'anna', uid: 'u-1', summary: 'Design review', attendees: ['bert', 'rita'] },
  start: { local: '2030-03-04T10:00:00', zone: 'UTC' },
  end: { local: '2030-03-04T11:00:00', zone: 'UTC' },
};

/** The VEVENT of a draft as content lines, without folds. */
function eventLines(changes: Partial<typeof INVITE> = {}): string[] {
  const text = writeCalendar(draftEvent({ ...INVITE, ...changes }, CAST, '-//test//EN', STAMP));
  const lines = text.replaceAll(/\r\n /g, '').split('\r\n');
  return lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'));
}

describe('a time', () => {
  it('in UTC ends in Z', () => {
    expect(timeProperty('dtstart', { local: '2030-03-04T10:00:00', zone: 'UTC' })).toEqual([
      ...['dtstart', {}, 'date-time', '2030-03-04T10:00:00Z'],
    ]);
  });

  it('in another zone names it', () => {
    expect(timeProperty('dtend', { local: '2030-03-04T10:00:00', zone: 'Europe/Berlin' })).toEqual([
      ...['dtend', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-04T10:00:00'],
    ]);
  });
});

describe('the draft of an event', () => {
  it('is what the Organizer wishes, at SEQUENCE 0, with everybody asked for an answer', () => {
    const asked = 'PARTSTAT=NEEDS-ACTION;RSVP=TRUE;ROLE=REQ-PARTICIPANT';
    expect(eventLines()).toEqual([
      'UID:u-1',
      'DTSTAMP:20300107T090000Z',
      'SEQUENCE:0',
      'DTSTART:20300304T100000Z',
      'DTEND:20300304T110000Z',
      'SUMMARY:Design review',
      'ORGANIZER:mailto:anna@example.com',
      `ATTENDEE;${asked}:mailto:bert@example.com`,
      `ATTENDEE;CUTYPE=ROOM;${asked}:mailto:rita@example.com`,
    ]);
  });

  it('is a stored object: no METHOD', () => {
    const calendar = draftEvent(INVITE, CAST, '-//test//EN', STAMP);
    expect(calendar[1].map(([name, , , value]) => [name, value])).toEqual([
      ['version', '2.0'],
      ['prodid', '-//test//EN'],
    ]);
    expect(calendar[2]).toHaveLength(1);
  });

  test.each<[string, Partial<typeof INVITE>, string[]]>([
    ['its revision', { sequence: 9 }, ['SEQUENCE:9']],
    [
      'place and details',
      { location: 'Room 2', description: 'a, b' },
      ['LOCATION:Room 2', 'DESCRIPTION:a\\, b'],
    ],
    [
      'a recurrence',
      {
        recurrence: {
          rule: 'FREQ=WEEKLY;COUNT=4',
          also: [{ local: '2030-03-06T10:00:00', zone: 'UTC' }],
          except: [{ local: '2030-03-11T10:00:00', zone: 'UTC' }],
        },
      },
      ['RRULE:FREQ=WEEKLY;COUNT=4', 'RDATE:20300306T100000Z', 'EXDATE:20300311T100000Z'],
    ],
    [
      'the one in whose name it is',
      { actor: 'sven', onBehalfOf: 'anna' },
      ['ORGANIZER:mailto:anna@example.com'],
    ],
  ])('has %s', (_what, changes, lines) => {
    const drafted = eventLines(changes);
    for (const line of lines) expect(drafted).toContain(line);
  });

  it('brings the VTIMEZONE of its zone before the event', () => {
    const zone = ['BEGIN:VCALENDAR', ...BERLIN, 'END:VCALENDAR', ''].join('\r\n');
    const berlin = { local: '2030-03-04T11:00:00', zone: 'Europe/Berlin' };
    const drafted = draftEvent({ ...INVITE, start: berlin, timezone: zone }, CAST, '-//test//EN', STAMP);
    const written = parseCalendar(writeCalendar(drafted));
    expect(written[2].map(([name]) => name)).toEqual(['vtimezone', 'vevent']);
    expect(components(written, 'vtimezone')).toEqual(components(parseCalendar(zone), 'vtimezone'));
    expect(eventsOf(written)[0]?.[1]).toContainEqual([
      ...['dtstart', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-04T11:00:00'],
    ]);
  });
});

describe('the parts of a draft', () => {
  it('nothing recurs without being told so', () => {
    expect(recurrenceProperties({})).toEqual([]);
  });

  it('a rule that is none is refused', () => {
    expect(() => recurrenceProperties({ rule: '' })).toThrow();
  });

  it('the line of an Attendee has the first address', () => {
    const cast = new Map([['bert', { ...CAST.get('bert'), addresses: ['mailto:b@x.org', 'urn:b'] }]]);
    expect(attendeeLine('bert', cast as typeof CAST)[3]).toBe('mailto:b@x.org');
    expect(property(['vevent', [attendeeLine('anna', CAST)], []], 'attendee')?.[1]).not.toHaveProperty(
      'cutype',
    );
  });
});

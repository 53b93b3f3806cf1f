import { describe, expect, it } from 'vitest';
import { makeProperty, withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { dtstampOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { removedFrom, revised, sentAgain } from './revise.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { add, answersIn, remove, set } from './testing/sides.js';

const before = sampleEvent({ sequence: 2, attendees: { bert: 'ACCEPTED', carla: 'ACCEPTED' } });
const NOW = '2030-01-08T09:00:00Z';

function next(wanted: JCalComponent, numbers = { own: 2, issued: 2 }): JCalComponent {
  return revised({ before, wanted, ...numbers, now: NOW, calendar: sampleCalendar() }, standardRules);
}

const moved = set({ dtstart: '2030-03-04T12:00:00Z', dtend: '2030-03-04T13:00:00Z' })(before);

describe('the next revision of a component', () => {
  it('that moves has the number after the highest that was sent, and asks anew', () => {
    const event = next(moved, { own: 2, issued: 5 });
    expect([sequenceOf(event), dtstampOf(event)]).toEqual([6, NOW]);
    expect(answersIn(event)).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
  });

  it('that does not move keeps its number and the answers, whatever SEQUENCE the wish has', () => {
    const event = next(set({ location: 'Room 1', sequence: '77' })(before), { own: 2, issued: 5 });
    expect(sequenceOf(event)).toBe(2);
    expect(answersIn(event)).toBe('bert ACCEPTED, carla ACCEPTED');
  });

  it('lists those who are added, and not those who are removed', () => {
    const event = next(add('dora')(remove('bert')(before)));
    expect(answersIn(event)).toBe('carla ACCEPTED, dora NEEDS-ACTION');
    expect(removedFrom(before, remove('bert')(before)).map((line) => line[3])).toEqual([
      'mailto:bert@example.com',
    ]);
  });

  it('leaves it to a rule who really goes', () => {
    const rules = { ...standardRules, withoutRemoved: (event: JCalComponent) => event };
    const wish = {
      before,
      wanted: remove('bert')(before),
      own: 2,
      issued: 2,
      now: NOW,
      calendar: sampleCalendar(),
    };
    expect(answersIn(revised(wish, rules))).toBe('carla ACCEPTED, bert ACCEPTED');
  });

  it('has the Organizer that it had', () => {
    expect(organizerOf(next(before))).toBe('mailto:anna@example.com');
  });
});

describe('a component that is sent again', () => {
  it('is stamped, and numbered where RFC 2446 counts by UID', () => {
    const unchanged = withProperty(before, makeProperty('dtstamp', NOW));
    expect(sentAgain(before, 5, NOW, standardRules)).toEqual(unchanged);
    expect(sequenceOf(sentAgain(before, 5, NOW, rulesFor({}, 'rfc2446')))).toBe(5);
  });
});

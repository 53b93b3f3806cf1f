import { expect, test } from 'vitest';
import type { JCalComponent, JCalParameters, JCalProperty } from '../icalendar/jcal.js';
import { cutypeOf, groupsListed, isMemberOfListed, throughGroup } from './groups.js';

function line(id: string, parameters: JCalParameters = {}): JCalProperty {
  return ['attendee', parameters, 'cal-address', `mailto:${id}@example.com`];
}

const team = line('team', { cutype: 'group' });
const unknown = line('list', { cutype: 'UNKNOWN' });
const event: JCalComponent = [
  'vevent',
  [line('bert'), line('rita', { cutype: 'ROOM' }), unknown, team, line('desk', { cutype: 'RESOURCE' })],
  [],
];

test.each([
  [line('bert'), 'INDIVIDUAL'],
  [team, 'GROUP'],
  [unknown, 'UNKNOWN'],
])('CUTYPE of %j', (attendee, expected) => {
  expect(cutypeOf(attendee)).toBe(expected);
});

test('a group or something unknown may stand for several people, a room does not', () => {
  expect(groupsListed(event)).toEqual([unknown, team]);
});

test('a member is invited through its group', () => {
  expect(throughGroup(event, ['mailto:other@example.com', 'mailto:TEAM@example.com'])).toBe(team);
  expect(throughGroup(event, ['mailto:rita@example.com'])).toBeUndefined();
  expect(throughGroup(event, [])).toBeUndefined();
});

test.each([
  ['mailto:TEAM@example.com', true],
  ['mailto:other@example.com', false],
  [undefined, false],
])('a member of %s is here by a listed group: %s', (member, expected) => {
  expect(isMemberOfListed(event, line('gerd', member === undefined ? {} : { member }))).toBe(expected);
});

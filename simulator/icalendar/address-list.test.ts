import { expect, test } from 'vitest';
import { addressList, withAddressList } from './address-list.js';
import { type JCalProperty, properties } from './jcal.js';
import { parseCalendar } from './parse.js';
import { eventsOf } from './read.js';
import { writeCalendar } from './write.js';

const BERT: JCalProperty = ['attendee', { partstat: 'DELEGATED' }, 'cal-address', 'mailto:bert@example.com'];

test.each([
  [{}, []],
  [{ 'delegated-to': 'mailto:carla@example.com' }, ['mailto:carla@example.com']],
  [
    { 'delegated-to': ['mailto:carla@example.com', 'mailto:dora@example.com'] },
    ['mailto:carla@example.com', 'mailto:dora@example.com'],
  ],
])('addresses in %j', (parameters, expected) => {
  expect(addressList(parameters, 'delegated-to')).toEqual(expected);
});

test('one address is written alone, several as a list, none not at all', () => {
  const one = withAddressList(BERT, 'delegated-to', ['mailto:carla@example.com']);
  expect(one[1]).toEqual({ partstat: 'DELEGATED', 'delegated-to': 'mailto:carla@example.com' });
  const two = withAddressList(one, 'delegated-to', ['mailto:carla@example.com', 'mailto:dora@example.com']);
  expect(two[1]['delegated-to']).toEqual(['mailto:carla@example.com', 'mailto:dora@example.com']);
  expect(withAddressList(two, 'delegated-to', [])).toEqual(BERT);
});

test('each address is quoted on its own and comes back', () => {
  const line = withAddressList(BERT, 'delegated-to', ['mailto:carla@example.com', 'mailto:dora@example.com']);
  const text = writeCalendar(['vcalendar', [], [['vevent', [line], []]]]);
  expect(text.replace(/\r\n /g, '')).toContain(
    'DELEGATED-TO="mailto:carla@example.com","mailto:dora@example.com":mailto:bert@example.com',
  );
  const [event] = eventsOf(parseCalendar(text));
  const [read] = event === undefined ? [] : properties(event, 'attendee');
  expect(read).toEqual(line);
});

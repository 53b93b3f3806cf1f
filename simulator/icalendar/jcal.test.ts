import { expect, test } from 'vitest';
import type { JCalComponent, JCalProperty } from './jcal.js';
import { components, nameOf, parameter, properties, property, textValue } from './jcal.js';

const bert: JCalProperty = ['attendee', { partstat: 'ACCEPTED' }, 'cal-address', 'mailto:bert@example.com'];
const carla: JCalProperty = [
  'attendee',
  { member: ['mailto:team@example.com', 'mailto:all@example.com'] },
  'cal-address',
  'mailto:carla@example.com',
];
const alarm: JCalComponent = ['valarm', [], []];
const event: JCalComponent = ['vevent', [bert, ['sequence', {}, 'integer', 0], carla], [alarm]];

test('the name of a component and of a property', () => {
  expect([nameOf(event), nameOf(bert)]).toEqual(['vevent', 'attendee']);
});

test('the first property of a name, and all of them in order', () => {
  expect(property(event, 'attendee')).toBe(bert);
  expect(properties(event, 'attendee')).toEqual([bert, carla]);
  expect(property(event, 'summary')).toBeUndefined();
  expect(properties(event, 'summary')).toEqual([]);
});

test('a value as text, the number 0 too', () => {
  expect(textValue(event, 'attendee')).toBe('mailto:bert@example.com');
  expect(textValue(event, 'sequence')).toBe('0');
  expect(textValue(event, 'summary')).toBeUndefined();
  expect(textValue(['vevent', [['summary', {}, 'text']], []], 'summary')).toBeUndefined();
});

test('the first value of a parameter', () => {
  expect(parameter(bert, 'partstat')).toBe('ACCEPTED');
  expect(parameter(carla, 'member')).toBe('mailto:team@example.com');
  expect(parameter(carla, 'partstat')).toBeUndefined();
  expect(parameter(carla, 'constructor')).toBeUndefined();
  expect(parameter(['attendee', { member: [] }, 'cal-address', ''], 'member')).toBeUndefined();
});

test('sub-components by name', () => {
  expect(components(event, 'valarm')).toEqual([alarm]);
  expect(components(event, 'vevent')).toEqual([]);
});

import { expect, test } from 'vitest';
import { CAST } from '../testing/sample-message.js';
import { personOf } from './people.js';

test.each([
  ['mailto:anna@example.com', 'anna'],
  ['mailto:bert@example.com', 'bert'],
  ['mailto:b.brecht@example.org', 'bert'],
  ['MAILTO:Bert@Example.com', 'bert'],
  [' bert@example.com ', 'bert'],
  ['mailto:Bert@example.net', 'mailto:bert@example.net'],
  ['https://example.com/principals/bert', 'https://example.com/principals/bert'],
  ['bert', 'mailto:bert'],
])('%s is %s', (address, person) => {
  expect(personOf(address, CAST)).toBe(person);
});

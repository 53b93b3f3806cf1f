import { expect, test } from 'vitest';
import { excerpt, IcalendarError } from './icalendar-error.js';

test('the error is known by its name', () => {
  expect(new IcalendarError('x')).toMatchObject({ name: 'IcalendarError', message: 'x' });
});

test.each([
  ['SUMMARY:x', '"SUMMARY:x"'],
  ['', '""'],
  ['a\0b\r\nc\td', '"a\\u0000b\\u000d\\u000ac\\u0009d"'],
  ['\uFEFFBEGIN', '"\\ufeffBEGIN"'],
  ['right\u202Eleft', '"right\\u202eleft"'],
  ['Grüße 😀', '"Grüße 😀"'],
  ['x'.repeat(80), `"${'x'.repeat(80)}"`],
  ['x'.repeat(81), `"${'x'.repeat(80)}…"`],
])('the excerpt of %j is %s', (text, shown) => {
  expect(excerpt(text)).toBe(shown);
});

test('an excerpt that ends within a character shows its half as a number', () => {
  expect(excerpt(`${'x'.repeat(79)}😀y`)).toBe(`"${'x'.repeat(79)}\\ud83d…"`);
});

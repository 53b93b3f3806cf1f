import { describe, expect, test } from 'vitest';
import { labelled, shortened, table, wrap } from './text.js';

describe('wrap', () => {
  test('breaks between words and indents each line', () => {
    expect(wrap('one two three', '  ', 9)).toEqual(['  one two', '  three']);
  });
  test('lets a word longer than the line stand alone', () => {
    expect(wrap('a abcdefghij b', '', 5)).toEqual(['a', 'abcdefghij', 'b']);
  });
  test('nothing gives nothing', () => {
    expect(wrap('   ')).toEqual([]);
  });
});

test('labelled keeps further lines under the first and leaves no blanks at the end', () => {
  expect(labelled('why', '', 6)).toEqual(['  why']);
  const [first, second] = labelled('why', `${'word '.repeat(20)}`, 6);
  expect(first?.startsWith('  why   word')).toBe(true);
  expect(second?.startsWith('        word')).toBe(true);
});

test('table sets the first column left and the others right', () => {
  expect(
    table(
      [
        ['a', 'passed'],
        ['bbb', '1'],
      ],
      '',
    ),
  ).toEqual(['a    passed', 'bbb       1']);
});

test('shortened marks what is missing', () => {
  expect(shortened('abcdef', 6)).toBe('abcdef');
  expect(shortened('abcdefg', 6)).toBe('abcde…');
});

import { describe, expect, test } from 'vitest';
import { folded, labelled, shortened, table, wrap } from './text.js';

describe('wrap', () => {
  test('breaks between words and indents each line', () => {
    expect(wrap('one two three', '  ', 9)).toEqual(['  one two', '  three']);
  });
  test('a word longer than the line goes on in the next one, behind a slash or a hyphen if it has one', () => {
    expect(wrap('a abcdefghij b', '', 5)).toEqual(['a', 'abcde', 'fghij', 'b']);
    expect(wrap('a/bc/defghij-k', ' ', 7)).toEqual([' a/bc/', ' defghi', ' j-k']);
    expect(wrap('ab\u{1f4c5}c', '', 3)).toEqual(['ab', '\u{1f4c5}c']);
    expect(wrap('x'.repeat(1_000_000), '', 80)).toHaveLength(12_500);
  });
  test('nothing gives nothing', () => {
    expect(wrap('   ')).toEqual([]);
  });
});

test('folded lines of a message are still one line to those who read iCalendar', () => {
  const line = `SUMMARY:${'word '.repeat(20)}\u{1f4c5}`;
  for (const width of [10, 11, 75]) {
    const lines = folded(line, width);
    expect(Math.max(...lines.map((part) => part.length))).toBeLessThanOrEqual(width);
    expect(lines.join('\n').replace(/\n /g, '')).toBe(line);
    expect(lines.some((part) => /^ ?[\udc00-\udfff]/.test(part))).toBe(false);
  }
  expect(folded('short', 5)).toEqual(['short']);
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

import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from './visible.js';

describe('visible', () => {
  test('leaves text, tabs and lines as they are', () => {
    expect(visible('Büro\t1\nRoom 2 – 日本 🙂')).toBe('Büro\t1\nRoom 2 – 日本 🙂');
  });

  test('ends lines with LF', () => {
    expect(visible('a\r\nb\rc\n')).toBe('a\nb\nc\n');
  });

  test.each([
    ['an escape sequence of a terminal', 'a\u001b[2Jb', 'a⟨U+001B⟩[2Jb'],
    ['one in a single character', 'a\u009b2Jb', 'a⟨U+009B⟩2Jb'],
    ['a NUL', 'a\u0000b', 'a⟨U+0000⟩b'],
    ['writing from right to left', 'a\u202eb', 'a⟨U+202E⟩b'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
  ])('shows %s', (_what, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('visibleLine has one line', () => {
    expect(visibleLine('a\r\n  b\n\nc')).toBe('a b c');
  });
});

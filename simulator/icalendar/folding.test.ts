import { describe, expect, test } from 'vitest';
import { fold, unfold } from './folding.js';

const octets = (text: string): number => Buffer.byteLength(text);

describe('folding', () => {
  test.each([0, 1, 74, 75])('a line of %i octets stays whole', (length) => {
    expect(fold('x'.repeat(length))).toBe('x'.repeat(length));
  });

  test('the first piece has 75 octets, each other one 75 with its space', () => {
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(fold('x'.repeat(75 + 74))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}`);
    expect(fold('x'.repeat(75 + 75))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
  });

  test.each([
    ['two octets', 'ü', 37],
    ['three octets', '中', 25],
    ['four octets', '😀', 18],
  ])('a character of %s is not cut', (_what, character, fitting) => {
    const [first = '', second = ''] = fold(character.repeat(40)).split('\r\n');
    expect(first).toBe(character.repeat(fitting));
    expect(second.startsWith(` ${character}`)).toBe(true);
    expect(octets(second)).toBeLessThanOrEqual(75);
  });

  test('a short line can have many octets', () => {
    expect(fold('中'.repeat(26))).toBe(`${'中'.repeat(25)}\r\n 中`);
  });

  test('what is folded unfolds to the same, wherever the folds fall', () => {
    for (let length = 60; length < 160; length += 1) {
      const line = `SUMMARY:${'a'.repeat(length)}ü 😀\t中${' '.repeat(80)}`;
      expect(unfold(fold(line))).toBe(line);
      for (const piece of fold(line).split('\r\n')) expect(octets(piece)).toBeLessThanOrEqual(75);
    }
  });
});

test.each([
  ['a\r\n b', 'ab'],
  ['a\n b', 'ab'],
  ['a\r\n\tb', 'ab'],
  ['a\r\n  b', 'a b'],
  ['a\r\n \r\n b', 'ab'],
  ['a\r\nb', 'a\r\nb'],
  ['a\r\n\r\n b', 'a\r\nb'],
])('%j unfolds to %j', (folded, line) => {
  expect(unfold(folded)).toBe(line);
});

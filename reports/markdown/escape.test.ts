import { describe, expect, test } from 'vitest';
import { block, code, plain, table } from './escape.js';

describe('plain', () => {
  test.each([
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[a](b) ![c](d)', '\\[a\\]\\(b\\) \\!\\[c\\]\\(d\\)'],
    ['<script>&', '&lt;script&gt;&amp;'],
    ['a | b', 'a \\| b'],
    ['# title\n- item', '\\# title - item'],
    ['- item - on', '\\- item - on'],
    ['1. item', '1\\. item'],
    ['ask @anna', 'ask &#64;anna'],
    ['see https://example.com', 'see https&#58;//example.com'],
    ['a\u001bb', 'a⟨U+001B⟩b'],
  ])('%j', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });
});

test('code cannot be ended from inside, nor can a cell of a table', () => {
  expect(code('a')).toBe('`a`');
  expect(code('a``b|c')).toBe('```a``b\\|c```');
  expect(code('`a`')).toBe('`` `a` ``');
});

test('a block cannot be ended from inside', () => {
  expect(block('a\r\n```\r\nb\r\n', 'text')).toEqual(['````text', 'a', '```', 'b', '````']);
  expect(block('a')).toEqual(['```', 'a', '```']);
});

test('table', () => {
  expect(table(['a', 'b'], [['1', '2']])).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |']);
});

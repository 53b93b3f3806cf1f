import { describe, expect, it } from 'vitest';
import { tooLong, tooWide } from './sizes.js';
import { readSource, type Source } from './source.js';

function file(path: string, lines: number): Source {
  return readSource(path, 'void 0;\n'.repeat(lines));
}

function withFunction(path: string, lines: number): Source {
  return readSource(path, `export function long() {${'\n'.repeat(lines - 1)}}\n`);
}

describe('sizes', () => {
  it('let 200 lines pass, and not 201', () => {
    expect(tooLong([file('x.ts', 200)], {})).toEqual([]);
    expect(tooLong([file('x.ts', 201)], {})).toEqual(['x.ts has 201 lines; 200 are enough']);
  });

  it('let a function of 30 lines pass, and not 31', () => {
    expect(tooLong([withFunction('x.ts', 30)], {})).toEqual([]);
    expect(tooLong([withFunction('x.ts', 31)], {})).toEqual(['x.ts:1: long has 31 lines; 30 are enough']);
  });

  it('take an excuse up to the hard limit', () => {
    expect(tooLong([file('x.ts', 400)], { 'x.ts': 'reads as one page' })).toEqual([]);
    expect(tooLong([file('x.ts', 401)], { 'x.ts': 'reads as one page' })).toHaveLength(1);
    expect(tooLong([withFunction('x.ts', 70)], { 'x.ts long': 'one literal' })).toEqual([]);
    expect(tooLong([withFunction('x.ts', 71)], { 'x.ts long': 'one literal' })).toHaveLength(1);
  });

  it('do not keep an excuse that nothing needs', () => {
    expect(tooLong([file('x.ts', 5)], { 'x.ts': 'was long once' })).toEqual([
      'x.ts is short enough: its excuse is not needed any more',
    ]);
  });

  it('hold tests to the hard limits only', () => {
    expect(tooLong([file('x.test.ts', 400), withFunction('a/testing/y.ts', 70)], {})).toEqual([]);
    expect(tooLong([file('x.test.ts', 401), withFunction('a/testing/y.ts', 71)], {})).toHaveLength(2);
  });

  it('let 120 columns pass, and not 121', () => {
    expect(tooWide('x.ts', ['a'.repeat(120), 'a'.repeat(121)])).toEqual([
      'x.ts:2 has 121 columns; 120 fit on a screen',
    ]);
  });
});

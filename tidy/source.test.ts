import { describe, expect, it } from 'vitest';
import { fileMeant, readSource } from './source.js';

describe('a source', () => {
  it('has functions of all kinds with their lengths', () => {
    const text = `function one() {
}
const two = () => {

};
class Three {
  async four<T>(
    given: T,
  ): Promise<T> {
    return given;
  }
}
const object = { five: function () {}, six() {} };
[1].map((seven) => seven);
`;
    const { functions, lines } = readSource('x.ts', text);
    expect(lines).toHaveLength(14);
    expect(functions.map(({ name, line, lines: length }) => [name, line, length])).toEqual([
      ['one', 1, 2],
      ['two', 3, 3],
      ['four', 7, 5],
      ['five', 13, 1],
      ['six', 13, 1],
      ['a function without name', 14, 1],
    ]);
  });

  it('does not take a chapter of tests for a function', () => {
    const text =
      "describe('x', () => {});\ndescribe.each([1])('x', () => {});\ndescribe.runIf(true)('y', () => {});\n";
    expect(readSource('x.test.ts', text).functions).toEqual([]);
    expect(readSource('x.test.ts', "it('x', () => {});\n").functions).toHaveLength(1);
  });

  it('has exports, and says which are only types', () => {
    const text = `export const a = 1, b = 2;
export function c() {}
export class D {}
export interface E {}
export type F = 1;
const g = 1;
export { g as h };
export default g;
`;
    expect(readSource('x.ts', text).exports.map(({ name, line, isType }) => [name, line, isType])).toEqual([
      ['a', 1, false],
      ['b', 1, false],
      ['c', 2, false],
      ['D', 3, false],
      ['E', 4, true],
      ['F', 5, true],
      ['h', 7, false],
      ['default', 8, false],
    ]);
  });

  it('has the names that it takes from elsewhere', () => {
    const text = `import one, { two as other, type Three } from './a.js';
import * as all from './b.js';
import './c.js';
export { four } from './d.js';
`;
    expect(readSource('x.ts', text).imports.map(({ specifier, names }) => [specifier, names])).toEqual([
      ['./a.js', ['default', 'two', 'Three']],
      ['./b.js', ['*']],
      ['./c.js', []],
      ['./d.js', ['four']],
    ]);
  });

  it('that cannot be parsed is an error, not an empty file', () => {
    expect(() => readSource('x.ts', 'const = 1;')).toThrow();
  });

  it('means a file of the repository by a relative import', () => {
    expect(fileMeant('steps/x.ts', '../participants/play.js')).toBe('participants/play.ts');
    expect(fileMeant('steps/x.ts', 'zod')).toBeUndefined();
  });
});

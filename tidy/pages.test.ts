import { expect, it } from 'vitest';
import { unmentioned } from './pages.js';

it('finds the folders that no page mentions', () => {
  const files = ['README.md', 'steps/x.ts', 'cli/deep/y.ts', 'targets/z.ts'];
  expect(unmentioned(files, ['see `steps/`', 'and targets/z.ts'])).toEqual(['cli/ is not mentioned']);
  expect(unmentioned(files, ['steps/ cli/ targets/'])).toEqual([]);
});

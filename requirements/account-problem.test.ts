import { expect, it } from 'vitest';
import { rangeText } from './account-problem.js';

it('names one line or several', () => {
  expect([rangeText([7, 7]), rangeText([7, 9])]).toEqual(['line 7', 'lines 7-9']);
});

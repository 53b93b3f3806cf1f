import { expect, test } from 'vitest';
import { sampleCheck } from '../conformance/testing/sample-results.js';
import { decidingIn } from './deciding.js';

test('the first check that breaks the run and has a text decides', () => {
  const checks = [
    sampleCheck('passed', { message: 'good' }),
    sampleCheck('blocked', { message: 'before' }),
    sampleCheck('failed'),
    sampleCheck('failed', { message: 'one' }),
    sampleCheck('failed', { message: 'two' }),
  ];
  expect(decidingIn(checks)).toBe('one');
  expect(decidingIn(checks.slice(0, 2))).toBe('before');
  expect(decidingIn(checks.slice(0, 1))).toBeUndefined();
});

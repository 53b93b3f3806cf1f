import { expect, it } from 'vitest';
import { bothDone } from './open-target.js';

it('does the second also when the first fails, once, and tells the first failure', async () => {
  let times = 0;
  const leave = async () => {
    times += 1;
  };
  await expect(bothDone(() => Promise.reject(new Error('not closed')), leave)).rejects.toThrow('not closed');
  expect(times).toBe(1);
  await bothDone(() => Promise.resolve(), leave);
  expect(times).toBe(2);
});

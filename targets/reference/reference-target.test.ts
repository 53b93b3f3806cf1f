import { expect, it } from 'vitest';
import { describeTargetContract } from '../contract/testing/target-contract.js';
import { UsageError } from '../outcome-errors.js';
import { openReferenceTarget } from './reference-target.js';

describeTargetContract('the reference', { open: openReferenceTarget, deadlineMs: 0 });

it('is the explicit driver, with numbers that repeat', async () => {
  const { description } = await openReferenceTarget();
  expect(description).toMatchObject({ name: 'reference', driver: 'explicit', literal: true });
});

it('says in its name which fault was seeded', async () => {
  const { description } = await openReferenceTarget({ fault: 'any-request-is-newer' });
  expect(description.name).toBe('reference with any-request-is-newer');
});

it('refuses a fault that does not exist, and says where they are listed', async () => {
  const opening = async () => openReferenceTarget({ fault: 'no-such-fault' });
  await expect(opening).rejects.toThrow(UsageError);
  await expect(opening).rejects.toThrow(/no-such-fault.*itip selftest --json/);
});

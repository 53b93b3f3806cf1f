import { expect, it } from 'vitest';
import { describeTargetContract } from '../contract/testing/target-contract.js';
import { openHostileTarget } from '../hostile/hostile-target.js';
import { Blocked, UsageError } from '../outcome-errors.js';
import { openReferenceTarget } from '../reference/reference-target.js';
import { openPairTarget } from './pair-target.js';
import { pairOfReferences } from './testing/pair-of-references.js';

describeTargetContract('a pair of references', { open: () => pairOfReferences(), deadlineMs: 0 });

it('tells both sides, and their names in its own', async () => {
  const { description } = await pairOfReferences({ attendee: 'any-request-is-newer' });
  expect(description).toMatchObject({
    name: 'reference+reference with any-request-is-newer',
    kind: 'pair',
    sides: { organizer: { name: 'reference', driver: 'explicit' } },
  });
});

it('is made only of targets that exchange mail', async () => {
  const organizer = await openReferenceTarget({ domain: 'organizer.example' });
  const attendee = await openHostileTarget('delivers-nothing');
  expect(() => openPairTarget({ organizer, attendee })).toThrow(UsageError);
  expect(() => openPairTarget({ organizer, attendee })).toThrow(/exchanges no mail/);
});

it('plays nothing with somebody whom no mail reaches', async () => {
  const organizer = await openReferenceTarget({ domain: 'organizer.example' });
  const attendee = await openReferenceTarget({ domain: 'attendee.example' });
  const pair = openPairTarget({
    organizer,
    attendee: { ...attendee, addressesOf: () => Promise.resolve([]) },
  });
  const request = { scenario: 'x', names: ['Anna', 'Bert'], external: [] };
  const opening = pair.open(request, { add: () => {}, rule: () => {} });
  await expect(opening).rejects.toThrow(Blocked);
  await expect(opening).rejects.toThrow(/^reference has no mailto: address for Bert/);
});

it('leaves no stage open on one side when the other cannot be opened', async () => {
  const organizer = await openReferenceTarget({ domain: 'organizer.example' });
  let closed = 0;
  const opening: typeof organizer.open = async (request, trace) => {
    const stage = await organizer.open(request, trace);
    stage.close = () => {
      closed += 1;
      return Promise.resolve();
    };
    return stage;
  };
  const attendee = await openReferenceTarget({ domain: 'attendee.example' });
  const pair = openPairTarget({
    organizer: { ...organizer, open: opening },
    attendee: { ...attendee, open: () => Promise.reject(new Error('is down')) },
  });
  const request = { scenario: 'x', names: ['Anna', 'Bert'], external: [] };
  await expect(pair.open(request, { add: () => {}, rule: () => {} })).rejects.toThrow('is down');
  expect(closed).toBe(1);
});

import { expect, it } from 'vitest';
import type { CapabilityProbe, TargetDescription } from '../../targets/target.js';
import { checkDeclared, probesRecordedWith } from './declared-capabilities.js';

const ROW = '6638/9.3/schedule-tag-on-objects';
const DECLARED: CapabilityProbe = {
  ...{ capability: 'schedule-tag', declared: 'the DAV header', present: false, evidence: 'none seen' },
  requirement: ROW,
};

it('breaks its row where it is declared and absent', () => {
  expect(checkDeclared([DECLARED])).toEqual([
    {
      ...{ requirement: ROW, ok: false, expected: 'schedule-tag', actual: 'none seen' },
      reason: 'the target declares schedule-tag by the DAV header, and does not have it',
    },
  ]);
});

it('holds where it is declared and present', () => {
  expect(checkDeclared([{ ...DECLARED, present: true }])).toEqual([{ requirement: ROW, ok: true }]);
});

it.each([
  ['is not declared', { capability: 'inbox', present: false, evidence: 'none', requirement: ROW }],
  ['comes under no row', { capability: 'inbox', declared: 'a property', present: false, evidence: 'none' }],
] as const)('says nothing of what %s', (_what, probe) => {
  expect(checkDeclared([probe])).toEqual([]);
});

it('is recorded with one gate, so that one baseline entry accepts it', () => {
  const description: TargetDescription = {
    ...{ name: 'fake', kind: 'fake', product: 'fake', driver: 'implicit', literal: false },
    ...{ capabilities: new Set(), probes: [DECLARED] },
  };
  const { probes, ...unprobed } = description;
  expect(probesRecordedWith('request-delivered', description)).toEqual(probes);
  expect(probesRecordedWith('reply-delivered', description)).toEqual([]);
  expect(probesRecordedWith(undefined, description)).toEqual([]);
  expect(probesRecordedWith('request-delivered', unprobed)).toEqual([]);
});

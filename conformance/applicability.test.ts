import { expect, it } from 'vitest';
import type { Row } from '../requirements/row.js';
import { CAPABILITIES, type Capability, type TargetDescription } from '../targets/target.js';
import { reasonNotApplicable } from './applicability.js';
import { sampleRow } from './testing/sample-catalogue.js';
import { suiteScenario } from './testing/sample-suite.js';

const target: TargetDescription = {
  name: 'sample',
  kind: 'fake',
  product: 'Sample/1',
  driver: 'implicit',
  capabilities: new Set(['inbox']),
  literal: false,
};

function reason(
  needs: readonly Capability[],
  row: Partial<Row> = {},
  other: Partial<TargetDescription> = {},
) {
  return reasonNotApplicable(
    suiteScenario('one', { needs }),
    sampleRow('2446/1/rule', row),
    { ...target, ...other },
    'rfc5546',
  );
}

it('has none for what the target can do', () => {
  expect(reason([])).toBeUndefined();
  expect(reason(['inbox'])).toBeUndefined();
  expect(reason(CAPABILITIES, {}, { capabilities: new Set(CAPABILITIES) })).toBeUndefined();
});

it('names every capability that is missing, and only those', () => {
  const words = 'needs clock and outbox, which this target does not have';
  expect(reason(['clock', 'inbox', 'outbox'])).toBe(words);
});

it('says why, where the target knows', () => {
  const missing = { clock: 'cyrus cannot do it' };
  expect(reason(['clock', 'outbox'], {}, { missing })).toBe(
    'needs clock and outbox, which this target does not have; clock: cyrus cannot do it',
  );
});

it('asks of two targets that exchange mail what the side of the party does', () => {
  const side = { name: 'one', product: 'One' };
  const sides = {
    organizer: { ...side, driver: 'explicit' },
    attendee: { ...side, driver: 'implicit' },
  } as const;
  const told = (party: Row['party']) => reason([], { duty: 'decide', party }, { driver: 'explicit', sides });
  expect(told('attendee')).toMatch(/implicit driver$/);
  expect(told('delegate')).toMatch(/implicit driver$/);
  expect(told('organizer')).toBeUndefined();
});

it('names the duty that is not the target’s under its driver', () => {
  const words = "to decide is not this target's duty under the implicit driver";
  expect(reason([], { duty: 'decide' })).toBe(words);
  expect(reason([], { duty: 'decide' }, { driver: 'explicit' })).toBeUndefined();
  expect(reason([], { duty: 'receive' })).toBeUndefined();
});

it('names the profile that lacks the rule', () => {
  expect(reason([], { profiles: ['rfc2446'] })).toBe('is no rule of the profile rfc5546');
});

it('judges the model of the scheduling service on those alone who claim to be one: no RFC demands it', () => {
  const source = { document: 'service', section: 'outbox', title: 'The Outbox', lines: undefined } as const;
  expect(reason([], { source })).toMatch(/^is a rule of the scheduling service/);
  expect(reason([], { source }, { capabilities: new Set(['schedule']) })).toBeUndefined();
});

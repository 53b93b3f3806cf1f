import { expect, it } from 'vitest';
import { CAPABILITIES, type Capability, type TargetDescription } from '../target.js';
import { capabilitiesOf } from './pair-capabilities.js';

function described(name: string, capabilities: readonly Capability[]): TargetDescription {
  const rest = { kind: 'fake', product: 'Fake', driver: 'explicit', literal: true } as const;
  return { ...rest, name, capabilities: new Set(capabilities) };
}

const ALL = described('all', CAPABILITIES);

it('is what both can do, and says of the rest who cannot', () => {
  const { capabilities, missing } = capabilitiesOf(ALL, described('some', ['inbox', 'message-in']));
  expect(capabilities.has('inbox')).toBe(true);
  expect(capabilities.has('clock')).toBe(false);
  expect(missing?.clock).toBe('some cannot do it');
  expect(missing).not.toHaveProperty('inbox');
});

it('is for some what the Organizer’s side can do', () => {
  const few = described('few', ['inbox']);
  expect(capabilitiesOf(ALL, few).capabilities.has('last-seen')).toBe(true);
  expect(capabilitiesOf(few, ALL).missing?.['last-seen']).toBe('few cannot do it');
});

it('has messages held between any two, and is no scheduling service', () => {
  const bare = described('bare', []);
  expect([...capabilitiesOf(bare, bare).capabilities]).toEqual(['hold-messages']);
  const { capabilities, missing } = capabilitiesOf(ALL, ALL);
  expect(capabilities.has('restart')).toBe(false);
  expect(missing?.restart).toBe('it is asked of one target, not of two');
});

import { expect, it } from 'vitest';
import type { CastRequest, Side } from '../target.js';
import { Residence } from './residence.js';

const REQUEST: CastRequest = {
  ...{ scenario: 'x', names: ['Anna', 'Bert', 'Rita', 'Sven', 'Erik'], external: ['Erik'] },
  rights: { Sven: ['Anna', 'Bert'] },
};

function residence(): Promise<Residence> {
  const at = (side: Side, name: string) => Promise.resolve([`mailto:${name.toLowerCase()}@${side}.example`]);
  return Residence.of(REQUEST, at);
}

it('has Anna and her room on the one side, the others on the other, a secretary on both', async () => {
  const known = await residence();
  expect(['anna', 'rita', 'bert', 'sven', 'erik', 'otto'].map((id) => known.sidesOf(id))).toEqual([
    ['organizer'],
    ['organizer'],
    ['attendee'],
    ['organizer', 'attendee'],
    [],
    [],
  ]);
});

it('tells each side the addresses of those who live elsewhere', async () => {
  const known = await residence();
  expect(known.requestTo('organizer')).toMatchObject({
    external: ['Bert', 'Erik'],
    elsewhere: { Bert: ['mailto:bert@attendee.example'], Erik: ['mailto:erik@external.test'] },
  });
  expect(known.requestTo('attendee').external).toEqual(['Anna', 'Rita', 'Erik']);
});

it('knows at whose side an address is, in any case', async () => {
  const known = await residence();
  expect(known.sideAt('MAILTO:Bert@Attendee.Example')).toBe('attendee');
  expect(known.sideAt('mailto:sven@organizer.example')).toBe('organizer');
  expect(known.sideAt('mailto:erik@external.test')).toBeUndefined();
});

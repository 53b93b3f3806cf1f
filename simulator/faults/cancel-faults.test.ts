import { describe, expect, it } from 'vitest';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { AttendeeSide, OrganizerSide, remove } from '../itip/testing/sides.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { rulesWith } from './fault.js';
import { faultById } from './fault-list.js';

const BOTH = { bert: 'ACCEPTED', carla: 'ACCEPTED' };
const [SECOND, THIRD] = ['2030-03-11T10:00:00Z', '2030-03-18T10:00:00Z'];

function organizer(rules: Rules): OrganizerSide {
  const side = new OrganizerSide(rules);
  side.invite({ ...MONDAYS, attendees: BOTH });
  return side;
}

function attendee(rules: Rules): AttendeeSide {
  const side = new AttendeeSide(rules);
  side.request(MONDAYS);
  return side;
}

function off(day: number, ...lines: readonly string[]) {
  return monday(day, { sequence: 1, dtstamp: '20300107T100000Z', lines: ['STATUS:CANCELLED', ...lines] });
}

function leftAfter(...days: readonly number[]): (rules: Rules) => unknown {
  return (rules) => {
    const side = attendee(rules);
    side.cancel(...days.map((day) => off(day)));
    return side.instances;
  };
}

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const cancelOne = (rules: Rules) => organizer(rules).cancelOne([SECOND]);

const SENT: readonly Case[] = [
  [
    'instance-cancel-from-the-master',
    cancelOne,
    ['CANCEL 1 11. to bert, carla'],
    ['CANCEL 1 series to bert, carla'],
  ],
  [
    'instance-cancel-keeps-sequence',
    cancelOne,
    ['CANCEL 1 11. to bert, carla'],
    ['CANCEL 0 11. to bert, carla'],
  ],
  [
    'series-cancel-names-first-instance',
    (rules) => organizer(rules).cancel(),
    ['CANCEL 1 series to bert, carla'],
    ['CANCEL 1 4. to bert, carla'],
  ],
  [
    'uninvite-from-instance-uninvites-from-all',
    (rules) => organizer(rules).changeOne(SECOND, remove('carla'))[0],
    'CANCEL 1 11. to carla',
    'CANCEL 1 series to carla',
  ],
  [
    'range-names-last-kept-instance',
    (rules) => organizer(rules).cancelOne([THIRD], 'THISANDFUTURE'),
    ['CANCEL 1 18. THISANDFUTURE to bert, carla'],
    ['CANCEL 1 11. THISANDFUTURE to bert, carla'],
  ],
  [
    'writes-this-and-prior',
    (rules) => organizer(rules).cancelOne([SECOND], 'THISANDPRIOR'),
    ['CANCEL 1 4., 1 11. to bert, carla'],
    ['CANCEL 1 11. THISANDPRIOR to bert, carla'],
  ],
  [
    'several-recurrence-ids-in-one-component',
    (rules) => organizer(rules).cancelOne([SECOND, THIRD]),
    ['CANCEL 1 11., 1 18. to bert, carla'],
    ['CANCEL 1 11. to bert, carla'],
  ],
  [
    'instance-cancel-goes-to-the-series',
    (rules) => {
      const side = new OrganizerSide(rules);
      side.invite({ ...MONDAYS, attendees: BOTH }, monday(11, { attendees: { dora: 'ACCEPTED' } }));
      return side.cancelOne([SECOND]);
    },
    ['CANCEL 1 11. to dora'],
    ['CANCEL 1 11. to bert, carla'],
  ],
];

const OTHERS = ['4. 10:00', '18. 10:00', '25. 10:00'];

const RECEIVED: readonly Case[] = [
  ['instance-cancel-deletes-the-object', leftAfter(11), OTHERS, []],
  [
    'instance-cancel-without-override-ignored',
    leftAfter(11),
    OTHERS,
    ['4. 10:00', '11. 10:00', ...OTHERS.slice(1)],
  ],
  ['only-first-component-of-a-cancel', leftAfter(11, 25), ['4. 10:00', '18. 10:00'], OTHERS],
  ['cancel-is-never-trusted', leftAfter(11), OTHERS, ['4. 10:00', '11. 10:00', ...OTHERS.slice(1)]],
  [
    'equal-stamps-are-one-message',
    (rules) => {
      const side = attendee(rules);
      side.cancel(off(11));
      side.cancel(off(18));
      return side.instances;
    },
    ['4. 10:00', '25. 10:00'],
    OTHERS,
  ],
];

describe('a fault of cancelling', () => {
  it.each([...SENT, ...RECEIVED])('%s', (id, look, right, wrong) => {
    const fault = faultById(id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules), 'with sound rules').toEqual(right);
    expect(look(rulesWith(fault)), `with ${id}`).toEqual(wrong);
  });
});

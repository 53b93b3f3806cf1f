import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aftermath, CrashSite } from './testing/crash-site.js';
import { addressOf } from './testing/office.js';

/** Services that are killed between a call and the last of its mails, and begin again on the same store. */

const CRASHES = 50;
const AT_ONCE = 6;
const OUTSIDERS = ['mona', 'mark', 'milo'].map(addressOf);

const site = new CrashSite();
let untouched: Aftermath;
let crashed: readonly Aftermath[];

beforeAll(async () => {
  const built = new URL('../../dist/simulator/scheduling/smtp-sender.js', import.meta.url);
  if (!existsSync(built)) throw new Error('the library is not built: npm run build');
  await site.prepare();
  untouched = await site.crash(0);
  const steps = randomSteps(Number(untouched.said.at(-1)?.replace('steps ', '')));
  crashed = (await Promise.all(Array.from({ length: AT_ONCE }, () => crashAll(steps)))).flat();
}, 180_000);
afterAll(() => site.remove());

/** Each time another one, the same ones in each run of the test (mulberry32). */
function randomSteps(count: number): number[] {
  const chosen = new Set<number>();
  for (let seed = 5546; chosen.size < CRASHES; seed += 1) {
    let bits = (seed * 0x6d2b79f5) | 0;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    chosen.add(1 + (((bits ^ (bits >>> 14)) >>> 0) % count));
  }
  return [...chosen];
}

async function crashAll(steps: number[]): Promise<Aftermath[]> {
  const seen: Aftermath[] = [];
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) seen.push(await crashBy(step));
  return seen;
}

/** How the network cuts what is sent may differ, so the last steps need not be there each time: then an earlier one. */
async function crashBy(step: number): Promise<Aftermath> {
  const seen = await site.crash(step);
  return seen.wasKilled || step === 1 ? seen : crashBy(Math.floor(step * 0.9));
}

/** What a service that began again at that SEQUENCE owes: each revision to each Recipient. */
function owed({ sequences: [sequence = 0] }: Aftermath): string[] {
  const revisions = Array.from({ length: sequence }, (_, index) => index + 1);
  return revisions.flatMap((each) => OUTSIDERS.map((to) => `${each} to ${to}`));
}

function once<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

describe('a service that is not killed', () => {
  it('sends each mail once', () => {
    expect(untouched.wasKilled).toBe(false);
    expect(untouched.mails).toHaveLength(6);
    expect(untouched.seen).toEqual(['mona', 'mark'].map(addressOf));
  });
});

describe(`a service that is killed at ${CRASHES} random steps`, () => {
  it('is killed each time, sometimes before all, between and after some mails', () => {
    expect(crashed.map(({ wasKilled }) => wasKilled)).toEqual(crashed.map(() => true));
    expect(crashed).toHaveLength(CRASHES);
    const announced = once(crashed.map(({ said }) => said.filter((line) => line.startsWith('mail ')).length));
    expect(announced.length).toBeGreaterThan(4);
  });

  it('has done each operation as a whole or not at all, and those whose end it told', () => {
    for (const { said, sequences, listed, seen } of crashed) {
      const [own = 0, others = 0] = sequences;
      expect(others).toBe(own);
      expect(listed).toEqual(Array.from({ length: own }, (_, index) => index + 1));
      expect(own).toBeGreaterThanOrEqual(said.filter((line) => line.startsWith('done revision')).length);
      expect(seen).toContain(addressOf('mona'));
      if (said.includes('done reply')) expect(seen).toContain(addressOf('mark'));
    }
  });

  it('loses no mail, and sends none of what has not happened', () => {
    for (const aftermath of crashed) {
      const got = once(aftermath.mails.map(({ sequence, to }) => `${sequence} to ${to}`));
      expect(new Set(got)).toEqual(new Set(owed(aftermath)));
      expect(once(aftermath.states)).toEqual(['processed']);
    }
  });

  it('sends nothing twice but the mail that was leaving, and that one with the same Message-ID', () => {
    for (const { mails, said } of crashed) {
      const ids = mails.map(({ messageId }) => messageId);
      expect(once(ids)).toHaveLength(once(mails.map(({ sequence, to }) => `${sequence} ${to}`)).length);
      const leaving = said.findLast((line) => line.startsWith('mail '))?.slice(5);
      const doubled = ids.filter((id, index) => ids.indexOf(id) < index);
      expect(doubled.length).toBeLessThanOrEqual(1);
      if (doubled.length === 1) expect(doubled).toEqual([leaving]);
    }
  });

  it('sends the revisions to each Recipient in their order', () => {
    for (const { mails } of crashed) {
      for (const outsider of OUTSIDERS) {
        const revisions = mails.filter(({ to }) => to === outsider).map(({ sequence }) => sequence);
        expect(revisions).toEqual([...revisions].sort((one, other) => one - other));
      }
    }
  });

  it('still knows the newest answer of each Attendee', () => {
    expect(once(crashed.map(({ olderAnswer }) => olderAnswer))).toEqual(['ignored']);
  });
});

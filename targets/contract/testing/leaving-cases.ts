import { expect, it } from 'vitest';
import { copies, everything, type Rehearsal } from './rehearsal.js';

const PEOPLE = ['Anna', 'Bert'];

/** Scenarios do not meet, and nothing of them stays. */
export function leavingCases(rehearsal: Rehearsal, left?: () => Promise<readonly string[]>): void {
  it('shows nothing of other scenarios, not even to the same people at the same time', () =>
    rehearsal.on(PEOPLE, (stage) =>
      rehearsal.on(PEOPLE, async (other) => {
        const uid = await rehearsal.invited(stage, ['bert']);
        const nothing = await everything(other);
        expect(nothing).not.toContain(uid);
        const own = await rehearsal.invited(other, ['bert']);
        expect(await everything(other)).toContain(own);
        expect(await everything(other)).not.toContain(uid);
        expect(await copies(stage, 'bert', own)).toEqual([]);
      }),
    ));

  it('closes a stage twice, also one on which nothing was played', async () => {
    const idle = await rehearsal.open(PEOPLE);
    await idle.close();
    await idle.close();
    const stage = await rehearsal.open(PEOPLE);
    await rehearsal.invited(stage, ['bert']);
    await stage.close();
    await stage.close();
  });

  it.skipIf(left === undefined)('leaves calendars and boxes as they were', async () => {
    const before = await left?.();
    const stage = await rehearsal.open(PEOPLE);
    const uid = await rehearsal.invited(stage, ['bert']);
    await rehearsal.accepted(stage, { kind: 'accept', actor: 'bert', uid });
    await rehearsal.accepted(stage, { kind: 'cancel', actor: 'anna', uid });
    await rehearsal.invited(stage, ['bert']);
    expect(await left?.()).not.toEqual(before);
    await stage.close();
    expect(await left?.()).toEqual(before);
  });
}

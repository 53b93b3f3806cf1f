import { afterAll, beforeAll, describe } from 'vitest';
import type { Target } from '../../target.js';
import { capabilityCases } from './capability-cases.js';
import { leavingCases } from './leaving-cases.js';
import { refusalCases } from './refusal-cases.js';
import { type Lack, Rehearsal } from './rehearsal.js';
import { roundTripCases } from './round-trip-cases.js';

export interface ContractOptions {
  readonly open: () => Promise<Target>;
  /** Longest wait for an effect, in milliseconds; 0 where every effect is there at once. */
  readonly deadlineMs: number;
  /**
   * Names of all objects in all calendars and boxes of all users, where the target outlives its stages.
   * Missing where a stage takes everything with it.
   */
  readonly left?: () => Promise<readonly string[]>;
  /** What the server behind the target is known not to do, so that the target cannot show it; scenarios judge that. */
  readonly lacks?: readonly Lack[];
}

/**
 * Registers the tests that every target must pass, whatever is behind it: what the suite relies on when it judges.
 * They speak of the port alone; whether the server behind it conforms is for the scenarios to say.
 */
export function describeTargetContract(
  name: string,
  { open, deadlineMs, left, lacks = [] }: ContractOptions,
): void {
  describe(`${name} keeps the contract of targets`, () => {
    const rehearsal = new Rehearsal(deadlineMs);

    beforeAll(async () => {
      rehearsal.target = await open();
    });

    afterAll(async () => {
      await rehearsal.target.close();
    });

    roundTripCases(rehearsal, lacks);
    refusalCases(rehearsal);
    capabilityCases(rehearsal);
    leavingCases(rehearsal, left);
  });
}

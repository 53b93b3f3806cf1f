import { expect } from 'vitest';
import { Office } from '../../scheduling/testing/office.js';
import { rulesWith } from '../fault.js';
import { faultById } from '../fault-list.js';

/** What a fault does wrong: the same look at the same play, on sound rules and with the fault. */
export interface Symptom {
  readonly fault: string;
  /** Plays something and says what there is to see in the end. */
  readonly look: (office: Office) => unknown;
  readonly right: unknown;
  readonly wrong: unknown;
}

/** Checks that the fault has the symptom and sound rules do not. */
export function expectSymptom({ fault: id, look, right, wrong }: Symptom): void {
  const fault = faultById(id);
  if (fault === undefined) throw new Error(`no fault is called ${id}`);
  expect(look(new Office()), 'with sound rules').toEqual(right);
  expect(look(new Office(rulesWith(fault))), `with ${id}`).toEqual(wrong);
}

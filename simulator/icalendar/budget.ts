import { IcalendarError } from './icalendar-error.js';

/** Steps that may still be taken; every rule of one object draws on the same budget. */
export interface Budget {
  /** Throws IcalendarError when there are not that many steps left. */
  spend(steps: number): void;
  /** The same for steps that are still to be taken, one by one. */
  foresee(steps: number): void;
}

/** A budget; `what` is being looked for, e.g. `instances of a series`. */
export function budgetOf(steps: number, what: string): Budget {
  let left = steps;
  const check = (number: number): void => {
    if (number < 0) throw new IcalendarError(`looked for ${what} and gave up after ${steps} steps`);
  };
  return {
    spend(taken) {
      left -= taken;
      check(left);
    },
    foresee(coming) {
      check(left - coming);
    },
  };
}

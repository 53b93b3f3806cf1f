import { ATTENDEE_FAULTS } from './attendee-faults.js';
import type { Fault } from './fault.js';
import { MESSAGE_FAULTS } from './message-faults.js';
import { ORDER_FAULTS } from './order-faults.js';
import { ORGANIZER_FAULTS } from './organizer-faults.js';
import { RECURRENCE_FAULTS } from './recurrence-faults.js';

/** All seeded faults. */
export const FAULTS: readonly Fault[] = [
  ...ORDER_FAULTS,
  ...ORGANIZER_FAULTS,
  ...ATTENDEE_FAULTS,
  ...MESSAGE_FAULTS,
  ...RECURRENCE_FAULTS,
];

/** The fault of that id, if there is one. */
export function faultById(id: string): Fault | undefined {
  return FAULTS.find((candidate) => candidate.id === id);
}

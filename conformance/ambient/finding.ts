import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import type { ObservedMessage } from '../../targets/target.js';

/** What an ambient check found about one requirement in one scenario. */
export interface Finding {
  /** Id of the catalogue row. */
  readonly requirement: string;
  readonly ok: boolean;
  readonly reason?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** The deciding message as iCalendar text. */
  readonly message?: string;
}

/** A message of the target that could be read. */
export interface ReadMessage {
  readonly observed: ObservedMessage;
  readonly calendar: JCalComponent;
  /** In upper case; undefined when the message has none. */
  readonly method: string | undefined;
}

/** The rule holds for this message, or these. */
export function holds(requirement: string): Finding {
  return { requirement, ok: true };
}

/** The rule is broken by this message. */
export function broken(
  requirement: string,
  message: ObservedMessage,
  difference: { readonly reason: string; readonly expected: string; readonly actual: string },
): Finding {
  return { requirement, ok: false, ...difference, message: message.data };
}

/** One finding per requirement, in the order of first appearance: what is broken outweighs what holds. */
export function worstPerRequirement(findings: readonly Finding[]): Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const before = worst.get(finding.requirement);
    if (before === undefined || (before.ok && !finding.ok)) worst.set(finding.requirement, finding);
  }
  return [...worst.values()];
}

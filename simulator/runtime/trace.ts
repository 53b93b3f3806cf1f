/** What the simulator tells of its work while it works. */
export interface SimulatorTrace {
  /** A decision on a received message or an intent, with the rule that decided it. */
  decision(user: string, text: string): void;
  /** A named rule was consulted. */
  rule(name: string): void;
}

/** A trace that keeps nothing. */
export const silentTrace: SimulatorTrace = { decision: () => {}, rule: () => {} };

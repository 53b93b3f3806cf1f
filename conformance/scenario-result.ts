import type { Stage, TraceEvent } from '../targets/target.js';
import { personOf } from './ambient/people.js';
import type { TimeSpent } from './lane-time.js';
import { type Check, type Outcome, type ScenarioResult, worstOf } from './results.js';
import type { Scenario } from './suite.js';

/** What a scenario left behind when it ended. */
export interface Remains extends TimeSpent {
  readonly waitedMs: number;
  readonly events: readonly TraceEvent[];
  readonly cast: Stage['cast'] | undefined;
}

/** The result of a scenario from its checks, its own first. The exchange is kept unless it passed. */
export function scenarioResult(
  { id, name, uri, line }: Scenario,
  checks: Check[],
  { durationMs, waitedMs, answeringMs, throttledMs, events, cast }: Remains,
): ScenarioResult {
  const [own] = checks;
  const outcome = outcomeOf(checks);
  const passed = outcome === 'passed';
  const reason = own?.outcome === outcome ? own.reason : checks.find((c) => c.outcome === outcome)?.reason;
  return {
    ...{ id, name, uri, line, outcome },
    ...(passed || reason === undefined ? {} : { reason }),
    ...{ durationMs, waitedMs },
    ...(answeringMs === undefined ? {} : { answeringMs }),
    ...(throttledMs === 0 ? {} : { throttledMs }),
    checks,
    ...(passed ? {} : { exchange: withPeople(events, cast) }),
    ...(passed || cast === undefined ? {} : { people: addressesOf(cast) }),
  };
}

function addressesOf(cast: NonNullable<Remains['cast']>): Record<string, string[]> {
  return Object.fromEntries([...cast.values()].map(({ id, addresses }) => [id, [...addresses]]));
}

/** The worst of the checks. Ambient ones alone do not make a scenario pass: what it is about was not judged. */
function outcomeOf(checks: readonly Check[]): Outcome {
  const worst = worstOf(checks.map(({ outcome }) => outcome));
  return worst === 'passed' ? (checks[0]?.outcome ?? worst) : worst;
}

/** The events with user ids wherever an address is that of somebody in the cast. */
function withPeople(events: readonly TraceEvent[], cast: Stage['cast'] = new Map()): TraceEvent[] {
  const id = (who: string): string => (who.includes(':') ? personOf(who, cast) : who);
  return events.map((event) => ({
    ...event,
    ...(event.from === undefined ? {} : { from: id(event.from) }),
    ...(event.to === undefined ? {} : { to: id(event.to) }),
  }));
}

import { type Fault, rulesWith } from '../../simulator/faults/fault.js';
import { FAULTS, faultById } from '../../simulator/faults/fault-list.js';
import type { Rules } from '../../simulator/itip/rules.js';
import { standardRules } from '../../simulator/itip/standard-rules.js';
import { UsageError } from '../outcome-errors.js';
import { CAPABILITIES, type Target, type TargetDescription } from '../target.js';
import { openReferenceStage } from './reference-stage.js';

export type { Fault };

export interface ReferenceOptions {
  /** Id of a seeded fault; the target then is a broken implementation. */
  readonly fault?: string;
}

const WITHOUT: readonly string[] = ['schedule-tag'];

/**
 * The reference scheduler in process: every Calendar User of a scenario but the external ones lives in one
 * scheduler made for that scenario, with virtual time.
 *
 * @throws UsageError for an unknown fault
 */
export function openReferenceTarget(options: ReferenceOptions = {}): Promise<Target> {
  const rules = rulesFor(options.fault);
  const description: TargetDescription = {
    name: options.fault === undefined ? 'reference' : `reference with ${options.fault}`,
    kind: 'reference',
    product: 'itip-conformance reference scheduler',
    driver: 'explicit',
    capabilities: new Set(CAPABILITIES.filter((capability) => !WITHOUT.includes(capability))),
    literal: true,
  };
  return Promise.resolve({
    description,
    open: (request, trace) => Promise.resolve(openReferenceStage(request, rules, trace)),
    close: () => Promise.resolve(),
  });
}

/** The seeded faults, for the self-test. */
export function seededFaults(): readonly Fault[] {
  return FAULTS;
}

function rulesFor(faultId: string | undefined): Rules {
  if (faultId === undefined) return standardRules;
  const fault = faultById(faultId);
  if (fault === undefined)
    throw new UsageError(`no seeded fault is called ${faultId}; see itip selftest --json`);
  return rulesWith(fault);
}

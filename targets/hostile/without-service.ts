import type { Capability, Target } from '../target.js';

/** What only a scheduling service offers, beyond what calendars and messages show. */
const OF_A_SERVICE: readonly Capability[] = [
  'outbox',
  'schedule',
  'publish',
  'refresh',
  'answer-by-hand',
  'mailer',
  'client-processing',
  'box-deletion',
  'rights',
  'restart',
  'notifications',
];

/** The same target as a calendar system that lets nobody see or ask for its scheduling service. */
export function withoutService(target: Target): Target {
  const capabilities = [...target.description.capabilities].filter((each) => !OF_A_SERVICE.includes(each));
  return {
    description: { ...target.description, capabilities: new Set(capabilities) },
    open: (request, trace) => target.open(request, trace),
    close: () => target.close(),
  };
}

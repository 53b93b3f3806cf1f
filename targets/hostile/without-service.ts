import { OF_A_SERVICE, type Target } from '../target.js';

/** The same target as a calendar system that lets nobody see or ask for its scheduling service. */
export function withoutService(target: Target): Target {
  const without: readonly string[] = OF_A_SERVICE;
  const capabilities = [...target.description.capabilities].filter((each) => !without.includes(each));
  return {
    description: { ...target.description, capabilities: new Set(capabilities) },
    open: (request, trace) => target.open(request, trace),
    close: () => target.close(),
  };
}

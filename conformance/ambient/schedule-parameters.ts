import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const NO_SCHEDULE_PARAMETERS = '6638/7/no-schedule-parameters';

const PRIVATE_TO_CALDAV = ['schedule-agent', 'schedule-force-send', 'schedule-status'];

/** No property carries a parameter that is between a CalDAV client and its server (RFC 6638 section 7). */
export function checkScheduleParameters({ observed, calendar }: ReadMessage): Finding[] {
  const leaked = [...new Set(leaksIn(calendar))];
  if (leaked.length === 0) return [holds(NO_SCHEDULE_PARAMETERS)];
  const difference = {
    reason: 'a parameter between CalDAV client and server travels in the message',
    expected: 'none of SCHEDULE-AGENT, SCHEDULE-FORCE-SEND, SCHEDULE-STATUS',
    actual: leaked.join(', '),
  };
  return [broken(NO_SCHEDULE_PARAMETERS, observed, difference)];
}

function leaksIn([, list, parts]: JCalComponent): string[] {
  const own = list.flatMap(([name, parameters]) =>
    PRIVATE_TO_CALDAV.filter((leak) => leak in parameters).map(
      (leak) => `${leak.toUpperCase()} on ${name.toUpperCase()}`,
    ),
  );
  return [...own, ...parts.flatMap(leaksIn)];
}

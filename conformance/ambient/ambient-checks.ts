import type { RestrictionTable } from '../../requirements/restriction-table.js';
import { IcalendarError, parseCalendar } from '../../simulator/icalendar/parse.js';
import { methodOf, uidOf } from '../../simulator/icalendar/read.js';
import { performedBy } from '../../targets/duties.js';
import type { CapabilityProbe, Driver, ObservedMessage } from '../../targets/target.js';
import { checkDeclared } from './declared-capabilities.js';
import { checkDtstampInUtc } from './dtstamp-in-utc.js';
import { broken, type Finding, type ReadMessage, worstPerRequirement } from './finding.js';
import { checkMethodOfSender } from './method-of-sender.js';
import { checkMimePart } from './mime-part.js';
import { checkOneComponentType } from './one-component-type.js';
import { checkOrganizerOrder } from './organizer-order.js';
import { checkOrganizerStays } from './organizer-stays.js';
import type { Cast } from './people.js';
import { checkRangeOfCancel } from './range-of-cancel.js';
import { checkReplyAttendee } from './reply-attendee.js';
import { checkScheduleParameters } from './schedule-parameters.js';
import { CALENDAR_TABLE, checkTables } from './tables.js';
import { checkTimezones } from './timezone-for-every-tzid.js';

/** What the ambient checks may know: what the target sent and who is who, nothing of the scenario. */
export interface AmbientContext {
  /** Composed by the target, in the order of sending as far as it can be seen. */
  readonly messages: readonly ObservedMessage[];
  readonly cast: Cast;
  readonly driver: Driver;
  /** The restriction tables under the profile of the run. */
  readonly tables: readonly RestrictionTable[];
  /** UIDs whose messages are not judged. */
  readonly markers?: ReadonlySet<string> | undefined;
  /** What was tried of that which the target declares; only with the scenario that this is recorded with. */
  readonly probes?: readonly CapabilityProbe[] | undefined;
}

/**
 * Passes every message that the target composed in a scenario through the checks that hold for all scenarios.
 *
 * @returns one finding for each requirement that at least one message comes under: the worst one
 */
export function runAmbientChecks(context: AmbientContext): Finding[] {
  const { messages, cast, driver, tables, markers, probes = [] } = context;
  if (performedBy('compose', driver) === 'harness') return [];
  const outcomes = messages.map(readMessage);
  const readable = outcomes
    .flatMap((outcome) => ('calendar' in outcome ? [outcome] : []))
    .filter(({ calendar }) => markers?.has(uidOf(calendar) ?? '') !== true);
  return worstPerRequirement([
    ...outcomes.flatMap((outcome) => ('calendar' in outcome ? [] : [outcome])),
    ...readable.flatMap((message) => [
      ...checkTables(message, tables),
      ...checkDtstampInUtc(message),
      ...checkTimezones(message),
      ...checkScheduleParameters(message),
      ...checkOneComponentType(message),
      ...checkMimePart(message),
      ...checkRangeOfCancel(message),
      ...checkMethodOfSender(message, cast),
    ]),
    ...checkOrganizerOrder(readable, cast),
    ...checkOrganizerStays(readable, cast),
    ...checkReplyAttendee(readable, cast),
    ...checkDeclared(probes),
  ]);
}

function readMessage(observed: ObservedMessage): ReadMessage | Finding {
  try {
    const calendar = parseCalendar(observed.data);
    return { observed, calendar, method: methodOf(calendar) };
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    return broken(CALENDAR_TABLE, observed, {
      reason: 'the message cannot be read',
      expected: 'one iCalendar object',
      actual: error.message,
    });
  }
}

import { createHash } from 'node:crypto';
import { IcalendarError } from '../../simulator/icalendar/icalendar-error.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import type { BoxItem } from '../../simulator/scheduling/box-item.js';
import { EditRefused } from '../../simulator/scheduling/implicit-operations.js';
import type { Travelling } from '../../simulator/transport/network.js';
import type { CalendarUser } from '../../targets/target.js';
import { type Params, type Result, RPC_ERRORS } from '../protocol.js';
import { RpcError } from '../serve.js';

/** Values of the reference as the adapter protocol has them, and the other way round. */

/** What the reference can do as an adapter, without `act` and what depends on the delivery. */
export const CAPABILITIES = [
  'message-in',
  'inbox',
  'outbox',
  'clock',
  'quiescence',
  'delegation',
  'delegation-chain',
  'groups',
  'uninvited-decision',
  'rooms',
  'last-seen',
  'mailer',
  'client-processing',
  'box-deletion',
  'rights',
  'restart',
  'notifications',
];

/** What it can do besides where it has `act`: these are done by intents. */
export const CAPABILITIES_OF_ACT = ['act', 'schedule', 'publish', 'refresh', 'answer-by-hand'];

/** What the reference does by itself. */
export const DUTIES = ['decide', 'compose', 'transmit', 'receive', 'store'];

/** A user of `reset` as the port knows Calendar Users. */
export function calendarUser(user: Params<'reset'>['users'][number]): CalendarUser {
  const { id, name, addresses, kind, members, external, byMail } = user;
  const placement = external === true ? 'harness' : 'target';
  const cutype = { individual: undefined, group: 'GROUP', resource: 'RESOURCE', room: 'ROOM' } as const;
  const found = cutype[kind];
  return {
    id,
    name,
    addresses,
    placement,
    ...(byMail === true ? { byMail } : {}),
    ...(found === undefined ? {} : { cutype: found }),
    ...(members === undefined ? {} : { members }),
  };
}

/** How an edit of a calendar object was refused. Throws what is no refusal. */
export function refusal(error: unknown): Result<'calendar/put'> {
  if (error instanceof EditRefused) {
    const { precondition, message } = error;
    return { accepted: false, error: { code: '403', precondition, text: message } };
  }
  if (error instanceof RangeError) return { accepted: false, error: { code: '409', text: error.message } };
  throw error;
}

/** A message on its way as `messages/drain` tells it; `at` is UTC. */
export function told(
  { id, originator, recipient, calendar }: Travelling,
  at: string,
): Result<'messages/drain'>['messages'][number] {
  return { id, composedBy: originator, originator, recipient, at, data: writeCalendar(calendar) };
}

/** An entry of an Inbox or Outbox as it is listed. */
export function listed(item: BoxItem): Result<'inbox/list'>['items'][number] {
  const { name, originator, organizer, calendar, recipients, state } = item;
  return {
    ...{ name, state, data: writeCalendar(calendar) },
    ...(originator === '' ? {} : { originator }),
    ...(organizer === '' ? {} : { organizer }),
    recipients: recipients.map((record) => ({
      address: record.address,
      status: record.status,
      state: record.state,
    })),
  };
}

/** An entity tag of an object: the same for the same text. */
export function etagOf(data: string): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16);
}

/** The iCalendar object in a call. Throws RpcError when it cannot be read: that is the caller's mistake. */
export function readable(data: string): JCalComponent {
  try {
    return parseCalendar(data);
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    throw new RpcError(RPC_ERRORS.invalidParams, `data: ${error.message}`);
  }
}

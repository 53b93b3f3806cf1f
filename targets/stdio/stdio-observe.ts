import type { Result } from '../../adapter/protocol.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { uidOf } from '../../simulator/icalendar/read.js';
import { calendarInAnswer } from '../calendar-in-answer.js';
import type { BoxEntry, Capability, LastSeen, Notification, Observation } from '../target.js';
import type { AdapterConnection } from './connection.js';

/** All that an adapter tells of one Calendar User's side; what it has no capability for is not asked. */
export async function observeUser(
  connection: AdapterConnection,
  capabilities: ReadonlySet<Capability>,
  user: string,
): Promise<Observation> {
  const { objects } = await connection.call('calendar/list', { user });
  const box = async (name: 'inbox' | 'outbox'): Promise<BoxEntry[]> =>
    capabilities.has(name) ? (await connection.call(`${name}/list`, { user })).items.map(boxEntry) : [];
  const lastSeen = capabilities.has('last-seen')
    ? (await connection.call('last-seen/list', { user })).items.map(withoutUndefined<LastSeen>)
    : [];
  const told = capabilities.has('notifications')
    ? await connection.call('notifications/list', { user })
    : undefined;
  return {
    calendar: objects.map(({ name, data, scheduleTag }) => ({
      ...{ uid: uidIn(data), name, data },
      ...(scheduleTag === undefined ? {} : { scheduleTag }),
    })),
    inbox: await box('inbox'),
    outbox: await box('outbox'),
    lastSeen,
    ...(told === undefined ? {} : { notifications: told.items.map(withoutUndefined<Notification>) }),
  };
}

function boxEntry({ data, ...item }: Result<'inbox/list'>['items'][number]): BoxEntry {
  const entry = withoutUndefined<Omit<BoxEntry, 'uid'>>({ ...item, data });
  const recipients = item.recipients.map(withoutUndefined<BoxEntry['recipients'][number]>);
  return { ...entry, uid: uidIn(data), recipients };
}

/** The same without keys that have no value: what an adapter leaves out, the port leaves out. */
function withoutUndefined<Known>(told: object): Known {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Known;
}

/** The iCalendar object in an answer. Throws MalformedAnswer when it cannot be read. */
export function readable(data: string): JCalComponent {
  return calendarInAnswer(data, 'the adapter tells');
}

/** UID of the object in an answer, empty without. Throws MalformedAnswer when it cannot be read. */
export function uidIn(data: string): string {
  return uidOf(readable(data)) ?? '';
}

import { eventsOf, methodOf, sequenceOf } from '../simulator/icalendar/read.js';
import { calendarIn } from '../targets/calendar-in.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import type { BoxEntry } from '../targets/target.js';
import { expectThat, ifUnderstood } from './look.js';
import type { Play } from './play.js';
import { userOf } from './scheduling-message.js';
import { sequenceShift } from './sequence-shift.js';
import { entriesAbout } from './service-use.js';

/** Looks at the newest entries of several boxes at once, as a table describes them. */

/** `Anna's Outbox`, a METHOD, a number or nothing, names, a state. */
export interface BoxRow {
  readonly Box: string;
  readonly METHOD: string;
  readonly SEQUENCE: string;
  readonly Recipients: string;
  readonly State: string;
}

/**
 * The newest entry of each box that is about the meeting is as the row says. SEQUENCE is counted as the target counts;
 * an empty cell says nothing of it.
 *
 * @throws HarnessFault for a table that is not understood
 */
export async function showEntries(
  play: Play,
  title: string,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const shift = await sequenceShift(play, play.meeting(title));
  for (const row of rows.map(rowFrom)) {
    const [, name = '', word = ''] = /^([A-Za-z]+)'s (Inbox|Outbox)$/.exec(row.Box) ?? [];
    const wanted = [
      `METHOD:${row.METHOD}`,
      ...(row.SEQUENCE === '' ? [] : [`SEQUENCE ${Number(row.SEQUENCE) + shift}`]),
      `to ${row.Recipients.split(/, | and /)
        .sort()
        .join(', ')}`,
      row.State,
    ].join(', ');
    await expectThat(play, `in ${row.Box} the newest entry ${wanted}`, async () => {
      const box = word === 'Inbox' ? 'inbox' : 'outbox';
      const entry = (await entriesAbout(play, name.toLowerCase(), box, title)).at(-1);
      if (entry === undefined) return { holds: false, actual: `no entry about "${title}"` };
      const finding = ifUnderstood(() => {
        const actual = described(play, entry, row.SEQUENCE !== '');
        return { holds: actual === wanted, actual };
      });
      return { ...finding, evidence: entry.data };
    });
  }
}

const COLUMNS = ['Box', 'METHOD', 'SEQUENCE', 'Recipients', 'State'] as const;

function rowFrom(row: Readonly<Record<string, string>>): BoxRow {
  const missing = COLUMNS.filter((column) => row[column] === undefined);
  if (missing.length > 0) throw new HarnessFault(`a table of box entries without ${missing.join(', ')}`);
  const { Box = '', METHOD = '', SEQUENCE = '', Recipients = '', State = '' } = row;
  if (!/^[A-Za-z]+'s (Inbox|Outbox)$/.test(Box)) throw new HarnessFault(`no box is called ${Box}`);
  return { Box, METHOD, SEQUENCE, Recipients, State };
}

function described(play: Play, { data, recipients, state }: BoxEntry, numbered: boolean): string {
  const calendar = calendarIn(data);
  const [event] = eventsOf(calendar);
  const names = recipients.map(({ address }) => {
    const id = userOf(address, play.stage.cast);
    return play.stage.cast.get(id)?.name ?? id;
  });
  return [
    `METHOD:${methodOf(calendar) ?? '(none)'}`,
    ...(numbered && event !== undefined ? [`SEQUENCE ${sequenceOf(event)}`] : []),
    `to ${names.sort().join(', ')}`,
    state ?? 'no state',
  ].join(', ');
}

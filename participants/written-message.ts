import type { Method } from '../targets/methods.js';
import { composed, type Row } from './composition.js';
import { addressOf, meetingOf, nextStamp, send } from './counterpart.js';
import type { Meeting } from './meeting.js';
import { dayFrom, momentFrom } from './moments.js';
import type { Play } from './play.js';
import { sequenceShift } from './sequence-shift.js';

/** A simulated counterpart sends what a table describes; see composition.ts. */
export async function composeTable(
  play: Play,
  method: Method,
  from: string,
  to: string,
  title: string,
  rows: readonly Row[],
): Promise<void> {
  await play.beginAction([]);
  const words = rows[0]?.DTSTART || SOME_TIME;
  const start = words.includes(' at ') ? momentFrom(words) : dayFrom(words);
  const meeting = meetingOf(play, from, { title, attendees: [to], start });
  const numbered = await withTargetsNumbers(play, meeting, rows);
  const calendar = composed(play, method, meeting, numbered, await nextStamp(play));
  send(play, method, addressOf(play, from), addressOf(play, to), calendar);
}

/** Rows with SEQUENCE as the target counts; `present` is that of the newest revision which it has sent. */
export async function withTargetsNumbers(
  play: Play,
  meeting: Meeting,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const shift = await sequenceShift(play, meeting);
  const { earlier, latest } = await play.sent();
  const sent = [...earlier, ...latest].filter(({ uid }) => uid === meeting.uid);
  const present = Math.max(0, ...sent.map(({ sequence }) => sequence));
  return rows.map(({ SEQUENCE, ...row }) => {
    if (SEQUENCE === undefined || SEQUENCE === '') return row;
    return { SEQUENCE: String(SEQUENCE === 'present' ? present : Number(SEQUENCE) + shift), ...row };
  });
}

/** Stands for the start of a meeting that a message without DTSTART brings; no look uses it. */
const SOME_TIME = '4 March 2030 at 10:00 UTC';

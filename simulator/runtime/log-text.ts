import { crc32 } from 'node:zlib';
import { StoreError } from './store-error.js';

/**
 * The text of a log: a head line, then for each commit a line of its checksum (CRC-32, eight hexadecimal digits) and
 * its changes as JSON.
 */

/** What became of one key: its new value as JSON, or nothing any more. */
export type Change =
  | readonly [table: string, key: string, value: unknown]
  | readonly [table: string, key: string];

export type Tables = Map<string, Map<string, unknown>>;

/** What the bytes of a log come to. */
export interface LogContent {
  readonly tables: Tables;
  /** How many changes led to the values. */
  readonly changes: number;
  /** Where the last complete commit ends. */
  readonly end: number;
}

/** The number grows with each change of what is written of a value: what was written before is refused. */
const HEAD = 'itip-store 2';

/** A log of these commits. */
export function logOf(commits: readonly (readonly Change[])[]): string {
  return `${HEAD}\n${commits.map(lineOf).join('')}`;
}

/** One commit. */
export function lineOf(changes: readonly Change[]): string {
  const text = JSON.stringify(changes);
  return `${checksum(text)} ${text}\n`;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/**
 * Reads a log; a last line without end is a commit that has not happened.
 *
 * @param path names the file in errors
 * @throws StoreError when it is no log of this version, or is damaged elsewhere than at its end
 */
export function readLog(bytes: Buffer, path: string): LogContent {
  const tables: Tables = new Map();
  const state = { tables, changes: 0, end: 0 };
  let [from, line] = [0, 0];
  while (from < bytes.length) {
    const to = bytes.indexOf(0x0a, from);
    if (to < 0) {
      if (line === 0) checkTornHead(bytes.toString('utf8'), path);
      break;
    }
    line += 1;
    const text = bytes.toString('utf8', from, to);
    if (line === 1) checkHead(text, path);
    else state.changes += take(text, tables, `${path}, line ${line}`, to + 1 === bytes.length);
    from = to + 1;
    state.end = from;
  }
  return state;
}

function checkHead(text: string, path: string): void {
  if (text !== HEAD) throw foreign(path);
}

/** Somebody else's file without line end must not be taken for a store that was cut off in its first line. */
function checkTornHead(text: string, path: string): void {
  if (!HEAD.startsWith(text)) throw foreign(path);
}

function foreign(path: string): StoreError {
  return new StoreError(
    `${path} is no store of this version: it does not begin with "${HEAD}"; name another file, or open it with the ` +
      'version that wrote it',
  );
}

function take(text: string, tables: Tables, where: string, isLast: boolean): number {
  if (checksum(text.slice(9)) !== text.slice(0, 8)) {
    const what = isLast ? 'its last commit' : 'a commit with others after it';
    throw new StoreError(`${where}: ${what} is damaged; restore the file, or cut it off before that line`);
  }
  const changes = JSON.parse(text.slice(9)) as Change[];
  for (const [table, key, ...value] of changes) {
    const rows = tables.get(table) ?? new Map<string, unknown>();
    tables.set(table, rows);
    if (value.length === 0) rows.delete(key);
    else rows.set(key, value[0]);
  }
  return changes.length;
}

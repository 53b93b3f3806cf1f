import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { type FileLock, lockFile } from './file-lock.js';
import { StoreError } from './store-error.js';

/** What became of one key: its new value as JSON, or nothing any more. */
export type Change =
  | readonly [table: string, key: string, value: unknown]
  | readonly [table: string, key: string];

type Tables = Map<string, Map<string, unknown>>;

/** The number grows with each change of what is written of a value: what was written before is refused. */
const HEAD = 'itip-store 2';
/** A log with many times more changes than values is written anew when it is opened. */
const WORTH_WRITING_ANEW = 4;

/**
 * The file of a log: a head line, then for each commit a line of its checksum (CRC-32, eight hexadecimal digits) and
 * its changes as JSON. A commit has happened when its line is complete and on the disk; a line that was cut off is not
 * there. Bytes that changed later are told apart from that and refused.
 */
export class LogFile {
  readonly #path: string;
  readonly #lock: FileLock;
  readonly #file: number;
  /** Where the last complete commit ends. */
  #end: number;
  #state: 'open' | 'broken' | 'closed' = 'open';
  /** What the file had when it was opened. */
  readonly tables: Tables;

  /** @throws StoreError when it is no such file, is damaged elsewhere than at its end, or a living process has it */
  constructor(path: string) {
    this.#path = path;
    this.#lock = lockFile(`${path}.lock`);
    try {
      const { tables, changes, end } = existsSync(path) ? read(path) : NOTHING();
      const live = [...tables.values()].reduce((sum, rows) => sum + rows.size, 0);
      if (end === 0 || changes > WORTH_WRITING_ANEW * (live + 1)) writeAnew(path, tables);
      else truncateSync(path, end);
      this.tables = tables;
      this.#file = openSync(path, 'a');
      this.#end = fstatSync(this.#file).size;
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /**
   * Writes one commit and returns when it is on the disk. What cannot be written whole is not written at all.
   *
   * @throws StoreError when it is not; when nobody knows what the disk has now, all later commits are refused too
   */
  append(changes: readonly Change[]): void {
    if (this.#state !== 'open') throw new StoreError(`${this.#path} is ${this.#state}; open it again`);
    const line = lineOf(changes);
    try {
      writeFileSync(this.#file, line);
    } catch (error) {
      this.#cutOff();
      throw notWritten(this.#path, error);
    }
    try {
      fsyncSync(this.#file);
    } catch (error) {
      // What a failed fsync leaves behind is unknown, and the next one may claim success for it.
      this.#state = 'broken';
      throw notWritten(this.#path, error);
    }
    this.#end += Buffer.byteLength(line);
  }

  /** Safe to call twice. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    closeSync(this.#file);
    this.#lock.release();
  }

  /** Takes back half a line: the next commit must not become a part of it. */
  #cutOff(): void {
    try {
      ftruncateSync(this.#file, this.#end);
    } catch {
      this.#state = 'broken';
    }
  }
}

function notWritten(path: string, error: unknown): StoreError {
  return new StoreError(`${path} could not be written: ${(error as Error).message}`);
}

const NOTHING = () => ({ tables: new Map() as Tables, changes: 0, end: 0 });

function lineOf(changes: readonly Change[]): string {
  const text = JSON.stringify(changes);
  return `${checksum(text)} ${text}\n`;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}

/** @returns the values, how many changes led to them, and where the last complete commit ends */
function read(path: string): { tables: Tables; changes: number; end: number } {
  const bytes = readFileSync(path);
  const state = NOTHING();
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
    else state.changes += take(text, state.tables, `${path}, line ${line}`, to + 1 === bytes.length);
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

/** Puts a file with nothing but the values in the place of the log; a crash leaves the one or the other. */
function writeAnew(path: string, tables: Tables): void {
  const changes = [...tables].flatMap(([table, rows]) =>
    [...rows].map(([key, value]): Change => [table, key, value]),
  );
  const anew = `${path}.new`;
  const file = openSync(anew, 'w');
  writeFileSync(file, `${HEAD}\n${changes.map((change) => lineOf([change])).join('')}`);
  fsyncSync(file);
  closeSync(file);
  renameSync(anew, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

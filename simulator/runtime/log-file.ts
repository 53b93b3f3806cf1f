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
import { type FileLock, lockFile } from './file-lock.js';
import { type Change, type LogContent, lineOf, logOf, readLog, type Tables } from './log-text.js';
import { StoreError } from './store-error.js';

/** A log with that many times more changes than values is worth writing anew; while it is open, only a long one. */
const OUTDATED = { times: 4, atLeast: 1_000 };

/**
 * The file of a log. A commit has happened when its line is complete and on the disk; a line that was cut off is not
 * there. Bytes that changed later are told apart from that and refused.
 */
export class LogFile {
  readonly #path: string;
  readonly #lock: FileLock;
  #file: number;
  /** Where the last complete commit ends. */
  #end: number;
  #changes: number;
  #state: 'open' | 'broken' | 'closed' = 'open';
  /** What the file had when it was opened. */
  readonly tables: Tables;

  /** @throws StoreError when it is no such file, is damaged elsewhere than at its end, or a living process has it */
  constructor(path: string) {
    this.#path = path;
    this.#lock = lockFile(`${path}.lock`);
    try {
      const { tables, changes, end } = existsSync(path) ? readLog(readFileSync(path), path) : NOTHING();
      const live = [...tables.values()].reduce((sum, rows) => sum + rows.size, 0);
      const isAnew = end === 0 || changes > OUTDATED.times * (live + 1);
      if (isAnew) {
        renew(path, valuesIn(tables));
        syncFolder(path);
      } else truncateSync(path, end);
      this.tables = tables;
      this.#changes = isAnew ? live : changes;
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
    this.#changes += changes.length;
  }

  /** Whether most of the file is out of date, given how many values there are. */
  isOutdated(live: number): boolean {
    return this.#changes > Math.max(OUTDATED.atLeast, OUTDATED.times * (live + 1));
  }

  /**
   * Puts a file with nothing but these values in the place of this one. They must be those that were committed, so
   * that a crash in between loses nothing. Where the disk refuses it, the log goes on as it is.
   *
   * @throws StoreError when nobody knows what the disk has now; all later commits are refused then
   */
  replace(values: readonly Change[]): void {
    try {
      renew(this.#path, values);
    } catch {
      // Nothing is lost, and the next commit tries again.
      return;
    }
    const former = this.#file;
    try {
      syncFolder(this.#path);
      this.#file = openSync(this.#path, 'a');
      this.#end = fstatSync(this.#file).size;
    } catch (error) {
      this.#state = 'broken';
      throw notWritten(this.#path, error);
    } finally {
      if (this.#file !== former) closeSync(former);
    }
    this.#changes = values.length;
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

const NOTHING = (): LogContent => ({ tables: new Map(), changes: 0, end: 0 });

function valuesIn(tables: Tables): Change[] {
  return [...tables].flatMap(([table, rows]) => [...rows].map(([key, value]): Change => [table, key, value]));
}

/** Puts a file with nothing but the values in the place of the log; a crash leaves the one or the other. */
function renew(path: string, values: readonly Change[]): void {
  const anew = `${path}.new`;
  const file = openSync(anew, 'w');
  try {
    writeFileSync(file, logOf(values.map((value) => [value])));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(anew, path);
}

/** Makes it durable which file has that name. */
function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

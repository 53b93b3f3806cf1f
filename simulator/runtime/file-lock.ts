import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { StoreError } from './store-error.js';

/** Held by one process at a time; see `lockFile`. */
export interface FileLock {
  /** Safe to call twice. */
  release(): void;
}

/** Others may take over the same lock of a dead process at the same moment; this often it is tried. */
const ATTEMPTS = 5;
let taken = 0;

/**
 * Makes a lock file that says which process has it. The lock of a process that is no more is taken over; that it has
 * the same number as a living one, as in a container that was begun again, does not deceive where the system tells
 * when a process has begun (Linux does).
 *
 * @throws StoreError when a living process has it, or the file cannot be made
 */
export function lockFile(path: string): FileLock {
  const own = ownerOf(process.pid);
  taken += 1;
  const aside = `${path}.${process.pid}-${taken}`;
  for (let attempt = 1; ; attempt += 1) {
    if (made(path, aside, own)) return { release: () => release(path, own) };
    const owner = contentOf(path);
    if (attempt === ATTEMPTS || (owner !== undefined && isAlive(owner))) {
      const [pid = '?'] = (owner ?? '').split(' ');
      throw new StoreError(`${path}: process ${pid} uses the store; end it, or use another file`);
    }
    if (owner !== undefined) removeStale(path, aside, owner);
  }
}

/** It appears with its content or not at all, so that nobody takes one that is just being made for a dead one. */
function made(path: string, aside: string, own: string): boolean {
  try {
    writeFileSync(aside, own);
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StoreError(`${path} cannot be written: ${(error as Error).message}`);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Who was faster may have the lock by now: then it goes back. */
function removeStale(path: string, aside: string, owner: string): void {
  try {
    renameSync(path, aside);
    if (contentOf(aside) !== owner) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(path: string, own: string): void {
  if (contentOf(path) === own) rmSync(path, { force: true });
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A process by its number and, where that can be known, when it began. */
function ownerOf(pid: number): string {
  const began = beginOf(pid);
  return began === undefined ? String(pid) : `${pid} ${began}`;
}

/** In ticks since the system began: field 22 of `/proc/PID/stat`, counted behind the name in brackets. */
function beginOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(owner: string): boolean {
  const [number = '', began] = owner.split(' ');
  const pid = Number(number);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beginOf(pid);
  return began === undefined || now === undefined || now === began;
}

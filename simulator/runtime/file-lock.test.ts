import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFile } from './file-lock.js';
import { StoreError } from './store-error.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itip-lock-'));
  path = join(folder, 'store.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('a lock file', () => {
  it('keeps others out until it is released, and leaves nothing behind', () => {
    const lock = lockFile(path);
    expect(() => lockFile(path)).toThrow(StoreError);
    expect(() => lockFile(path)).toThrow(`process ${process.pid} uses the store`);
    lock.release();
    lock.release();
    lockFile(path).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a dead process is taken over', () => {
    writeFileSync(path, `${deadProcess()} 4711`);
    lockFile(path);
    expect(readFileSync(path, 'utf8').split(' ')[0]).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual(['store.lock']);
  });

  it.each(['', 'no number', '-1'])('that says "%s" belongs to nobody', (content) => {
    writeFileSync(path, content);
    lockFile(path).release();
  });

  it.runIf(process.platform === 'linux')('of an earlier process with the same number is taken over', () => {
    writeFileSync(path, `${process.pid} 1`);
    lockFile(path).release();
  });

  it('without the time when its process began belongs to whoever has that number', () => {
    writeFileSync(path, String(process.pid));
    expect(() => lockFile(path)).toThrow(StoreError);
  });

  it('that somebody else has taken over by now is not released', () => {
    const lock = lockFile(path);
    writeFileSync(path, '1 1');
    lock.release();
    expect(readFileSync(path, 'utf8')).toBe('1 1');
  });

  it('in a folder that is missing is refused with its path', () => {
    expect(() => lockFile(join(folder, 'none', 'store.lock'))).toThrow('none/store.lock cannot be written');
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogStore } from './log-store.js';
import { StoreError } from './store-error.js';

/** What the disk refuses from now on. */
const refuses = vi.hoisted(() => ({ write: false, fsync: false, truncate: false, rename: false }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    /** A full disk takes a part of it. */
    writeFileSync: (file: number | string, text: string) => {
      if (!refuses.write) return real.writeFileSync(file, text);
      real.writeFileSync(file, text.slice(0, 15));
      throw new Error('ENOSPC: no space left on device, write');
    },
    fsyncSync: (file: number) => {
      if (refuses.fsync) throw new Error('EIO: i/o error, fsync');
      real.fsyncSync(file);
    },
    renameSync: (from: string, to: string) => {
      if (refuses.rename) throw new Error('EACCES: permission denied, rename');
      real.renameSync(from, to);
    },
    ftruncateSync: (file: number, length: number) => {
      if (refuses.truncate) throw new Error('EIO: i/o error, ftruncate');
      real.ftruncateSync(file, length);
    },
  };
});

let folder: string;
let path: string;
let store: LogStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itip-log-'));
  path = join(folder, 'store.log');
  store = new LogStore(path);
  store.table('days').set('monday', 1);
  store.commit();
});
afterEach(() => {
  Object.assign(refuses, { write: false, fsync: false, truncate: false, rename: false });
  store.close();
  rmSync(folder, { recursive: true });
});

/** What somebody finds who opens a copy of the file now, as after a crash. */
function found(): [string, number][] {
  const copy = join(folder, 'copy.log');
  writeFileSync(copy, readFileSync(path));
  const other = new LogStore(copy);
  const rows = [...other.table<number>('days')];
  other.close();
  return rows;
}

function setOnFullDisk(key: string, value: number): void {
  refuses.write = true;
  store.table('days').set(key, value);
  expect(() => store.commit()).toThrow('store.log could not be written: ENOSPC');
  refuses.write = false;
}

/** Eleven commits of a hundred keys, after which most of the log is out of date. */
function setOften(): void {
  for (let round = 1; round <= 11; round += 1) {
    for (let key = 0; key < 100; key += 1) store.table('days').set(`k${key}`, round);
    store.commit();
  }
}

function linesIn(): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length;
}

describe('a log on a disk that fails', () => {
  it('takes back half a commit, and writes it with the next one', () => {
    setOnFullDisk('tuesday', 2);
    expect(found()).toEqual([['monday', 1]]);
    store.table('days').set('wednesday', 3);
    store.commit();
    expect(found()).toEqual([
      ['monday', 1],
      ['tuesday', 2],
      ['wednesday', 3],
    ]);
  });

  it('writes nothing more behind half a commit that it cannot take back', () => {
    refuses.truncate = true;
    setOnFullDisk('tuesday', 2);
    expect(() => store.commit()).toThrow('store.log is broken; open it again');
    expect(() => store.close()).toThrow(StoreError);
    expect(found()).toEqual([['monday', 1]]);
  });

  it('trusts no commit after one of which the disk does not say whether it is there', () => {
    refuses.fsync = true;
    store.table('days').set('tuesday', 2);
    expect(() => store.commit()).toThrow('EIO');
    refuses.fsync = false;
    expect(() => store.commit()).toThrow('is broken; open it again');
    expect(() => store.close()).toThrow(StoreError);
  });

  it('goes on as it is where it cannot be written anew, and is so later', () => {
    refuses.rename = true;
    setOften();
    expect(linesIn()).toBe(13);
    refuses.rename = false;
    store.table('days').set('tuesday', 2);
    store.commit();
    expect(linesIn()).toBe(103);
    store.table('days').set('tuesday', 3);
    store.commit();
    expect(found().filter(([key]) => key.endsWith('day'))).toEqual([
      ['monday', 1],
      ['tuesday', 3],
    ]);
  });

  it('can be opened again after it was given up', () => {
    refuses.fsync = true;
    store.table('days').set('tuesday', 2);
    expect(() => store.close()).toThrow(StoreError);
    refuses.fsync = false;
    store = new LogStore(path);
    expect(store.table('days').get('monday')).toBe(1);
  });
});

describe('a closed log', () => {
  it('takes nothing more', () => {
    const table = store.table('days');
    store.close();
    store.close();
    table.set('tuesday', 2);
    expect(() => store.commit()).toThrow('store.log is closed; open it again');
    store = new LogStore(path);
    expect([...store.table('days').keys()]).toEqual(['monday']);
  });
});

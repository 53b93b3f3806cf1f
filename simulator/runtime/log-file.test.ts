import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogStore } from './log-store.js';
import { StoreError } from './store-error.js';

/** What the disk refuses from now on. */
const refuses = vi.hoisted(() => ({ write: false, fsync: false, truncate: false }));

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
  Object.assign(refuses, { write: false, fsync: false, truncate: false });
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

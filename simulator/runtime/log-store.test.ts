import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogStore } from './log-store.js';
import { StoreError } from './store-error.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itip-store-'));
  path = join(folder, 'store.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a process that ends without closing leaves: the file, and a lock of nobody. */
function killed(store: LogStore): void {
  store.close();
  writeFileSync(`${path}.lock`, '999999999');
}

function with3Commits(): void {
  const store = new LogStore(path);
  const table = store.table<number>('numbers');
  for (const number of [1, 2, 3]) {
    table.set('a', number);
    table.set(`k${number}`, number);
    store.commit();
  }
  killed(store);
}

function numbersIn(store: LogStore): [string, number][] {
  return [...store.table<number>('numbers')];
}

describe('a store in a file', () => {
  it('has after a restart what was committed, in the order of first setting', () => {
    with3Commits();
    const store = new LogStore(path);
    expect(numbersIn(store)).toEqual([
      ['a', 3],
      ['k1', 1],
      ['k2', 2],
      ['k3', 3],
    ]);
    store.close();
  });

  it('forgets what was deleted, and what was never committed', () => {
    with3Commits();
    const store = new LogStore(path);
    store.table('numbers').delete('k2');
    store.commit();
    killed(store);
    const again = new LogStore(path);
    expect([...again.table('numbers').keys()]).toEqual(['a', 'k1', 'k3']);
    again.close();
  });

  it('has the keys in the same order after a restart, wherever in a commit they were deleted and set again', () => {
    const store = new LogStore(path);
    const table = store.table<number>('numbers');
    for (const key of ['a', 'b', 'c']) table.set(key, 0);
    store.commit();
    table.set('d', 1);
    table.delete('a');
    table.set('a', 2);
    table.set('e', 1);
    table.set('b', 2);
    table.delete('c');
    store.commit();
    const before = numbersIn(store);
    expect(before.map(([key]) => key).join('')).toBe('bdae');
    killed(store);
    const again = new LogStore(path);
    expect(numbersIn(again)).toEqual(before);
    again.close();
  });

  it('writes values by their codec', () => {
    const codec = {
      write: (value: Date) => value.toISOString(),
      read: (text: unknown) => new Date(String(text)),
    };
    const store = new LogStore(path);
    store.table('days', codec).set('one', new Date(0));
    store.close();
    const again = new LogStore(path);
    expect(again.table('days', codec).get('one')).toEqual(new Date(0));
    again.close();
  });

  it('takes a commit that was cut off at any byte for one that has not happened', () => {
    with3Commits();
    const whole = readFileSync(path);
    const [, , secondEnds = 0, thirdEnds = 0] = lineEnds(whole);
    for (let cut = secondEnds; cut < thirdEnds; cut += 1) {
      writeFileSync(path, whole.subarray(0, cut));
      const store = new LogStore(path);
      expect(new Map(numbersIn(store)).get('a'), `cut at ${cut}`).toBe(2);
      store.table('numbers').set('a', 9);
      store.close();
      const again = new LogStore(path);
      expect(new Map(numbersIn(again)).get('a')).toBe(9);
      again.close();
    }
  });

  it.each([
    [
      'in the middle',
      (text: string) => text.replace('"k2",2', '"k2",7'),
      'line 3: a commit with others after it',
    ],
    ['at the end', (text: string) => text.replace('"k3",3', '"k3",7'), 'line 4: its last commit'],
    [
      'in its head',
      (text: string) => text.replace('store 2', 'store 1'),
      'name another file, or open it with the version that wrote it',
    ],
  ])('refuses a file that was changed %s, and says where', (_where, change, words) => {
    with3Commits();
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    expect(() => new LogStore(path)).toThrow(words);
    expect(() => new LogStore(path)).toThrow(StoreError);
  });

  it('belongs to one process at a time', () => {
    const store = new LogStore(path);
    expect(() => new LogStore(path)).toThrow(`process ${process.pid} uses the store`);
    store.close();
    new LogStore(path).close();
  });

  it('is written anew when most of the log is out of date', () => {
    const store = new LogStore(path);
    const table = store.table<number>('numbers');
    for (let number = 1; number <= 100; number += 1) {
      table.set('a', number);
      store.commit();
    }
    killed(store);
    const again = new LogStore(path);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
    expect(numbersIn(again)).toEqual([['a', 100]]);
    again.close();
  });

  it('is written anew while it is open, once it is long, and what nobody has asked for stays', () => {
    const first = new LogStore(path);
    first.table('others').set('quiet', 'kept');
    first.commit();
    first.close();
    const store = new LogStore(path);
    const table = store.table<number>('numbers');
    const lines: number[] = [];
    for (let round = 1; round <= 12; round += 1) {
      for (let key = 0; key < 100; key += 1) table.set(`k${key}`, round);
      store.commit();
      lines.push(readFileSync(path, 'utf8').trimEnd().split('\n').length);
    }
    expect(lines.slice(0, 9)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(lines.slice(9)).toEqual([102, 103, 104]);
    killed(store);
    const again = new LogStore(path);
    expect(numbersIn(again)).toEqual(Array.from({ length: 100 }, (_, key) => [`k${key}`, 12]));
    expect(again.table('others').get('quiet')).toBe('kept');
    again.close();
  });

  it('does not take a foreign file for its own, and leaves it as it is', () => {
    appendFileSync(path, 'BEGIN:VCALENDAR\n');
    expect(() => new LogStore(path)).toThrow(StoreError);
    for (const text of ['BEGIN:VCALENDAR', 'itip-store 1', 'itip-store 2 and more']) {
      writeFileSync(path, text);
      expect(() => new LogStore(path), text).toThrow('is no store of this version');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });

  it.each(['', 'itip-st', 'itip-store 2'])('begins anew where only "%s" was written', (text) => {
    writeFileSync(path, text);
    const store = new LogStore(path);
    store.table('numbers').set('a', 1);
    killed(store);
    const again = new LogStore(path);
    expect(numbersIn(again)).toEqual([['a', 1]]);
    again.close();
  });
});

function lineEnds(bytes: Buffer): number[] {
  return [...bytes.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []));
}

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, test, vi } from 'vitest';
import { UsageError } from '../targets/outcome-errors.js';
import { type Selection, select } from './selection.js';
import { suiteScenario } from './testing/sample-suite.js';

const REQUEST = 'features/rfc2446/3.2.2-request.feature';
const REPLY = 'features/rfc2446/3.2.20-reply.feature';
const PUSH = 'features/rfc6638/7-parameters.feature';

const suite = [
  suiteScenario('request/one', {
    uri: REQUEST,
    line: 3,
    row: '2446/3.2.2/one',
    tags: ['@must', '@needs:inbox'],
  }),
  suiteScenario('request/two', { uri: REQUEST, line: 9, row: '2446/3.2.2.1/two', tags: ['@should'] }),
  suiteScenario('reply/three', { uri: REPLY, line: 3, row: '2446/3.2.20/three', tags: ['@must'] }),
  suiteScenario('push/four', {
    uri: PUSH,
    line: 3,
    row: '6638/3.2.2/four',
    tags: ['@implied', '@2446/3.2.2/x'],
  }),
];

const root = realpathSync(mkdtempSync(join(tmpdir(), 'itip-selection-')));
mkdirSync(join(root, 'features/rfc2446'), { recursive: true });
writeFileSync(join(root, REQUEST), '');
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Short names of what is selected from a working folder inside the package. */
function chosen(selection: Partial<Selection>, folder = ''): string {
  vi.spyOn(process, 'cwd').mockReturnValue(join(root, folder));
  const found = select(suite, { paths: [], ...selection }, root);
  return found.map(({ id }) => id.split('/').at(-1)).join(' ');
}

const ALL = 'one two three four';

describe('paths', () => {
  test.each<[string, string]>([
    [REQUEST, 'one two'],
    [`./${REQUEST}`, 'one two'],
    [join(root, REQUEST), 'one two'],
    [PUSH, 'four'],
    ['features/rfc2446', 'one two three'],
    ['features/rfc2446/', 'one two three'],
    ['features', ALL],
    ['.', ALL],
    [`${REQUEST}:9`, 'two'],
    [`${join(root, REQUEST)}:3`, 'one'],
    [`${REQUEST}:4`, ''],
    ['reply/three', 'three'],
    ['reply', ''],
    ['features/rfc244', ''],
    ['3.2.2-request.feature', ''],
  ])('%s', (path, names) => {
    expect(chosen({ paths: [path] })).toBe(names);
  });

  it('are taken from the working folder where they exist there', () => {
    expect(chosen({ paths: ['3.2.2-request.feature:3'] }, 'features/rfc2446')).toBe('one');
    expect(chosen({ paths: ['.'] }, 'features/rfc2446')).toBe('one two three');
    expect(chosen({ paths: [PUSH] }, 'features/rfc2446')).toBe('four');
  });

  it('add up, in the order of the suite and without repeats', () => {
    expect(chosen({ paths: [PUSH, `${REQUEST}:9`, 'features/rfc6638', 'request/two'] })).toBe('two four');
  });

  it('are refused where one names nothing and others would hide it', () => {
    expect(() => chosen({ paths: ['reply/three', 'reply/four'] })).toThrow(
      /^no scenario is found at reply\/four; /,
    );
    const paths = [REQUEST, 'features/rfc2446/3.2.3-reply.feature', `${PUSH}:99`];
    expect(() => chosen({ paths })).toThrow(UsageError);
    expect(() => chosen({ paths })).toThrow(
      /at features\/rfc2446\/3\.2\.3-reply\.feature, .*feature:99; see/,
    );
  });
});

describe('section', () => {
  test.each<[string, string]>([
    ['2446/3.2.2', 'one two'],
    ['2446/3.2.2.1', 'two'],
    ['2446/3.2.20', 'three'],
    ['2446/3.2', 'one two three'],
    ['2446', 'one two three'],
    ['6638', 'four'],
    ['2446/3.2.', ''],
    ['3.2.2', ''],
  ])('%s', (section, names) => {
    expect(chosen({ section })).toBe(names);
  });

  test('of the successor of a row selects its scenarios, too', () => {
    const placesOf = (row: string): string[] => (row.endsWith('/one') ? [row, '5546/3.2.2/'] : [row]);
    const found = select(suite, { paths: [], section: '5546/3.2' }, root, placesOf);
    expect(found.map(({ id }) => id)).toEqual(['request/one']);
  });
});

test('the line of an outline stands for all its examples', () => {
  const examples = [5, 6].map((line) => suiteScenario(`reply/${line}`, { uri: REPLY, line, outlineLine: 2 }));
  const ids = (path: string): string[] => select(examples, { paths: [path] }, root).map(({ id }) => id);
  expect(ids(`${REPLY}:2`)).toEqual(['reply/5', 'reply/6']);
  expect(ids(`${REPLY}:6`)).toEqual(['reply/6']);
  expect(ids(`${REPLY}:3`)).toEqual([]);
});

describe('tags', () => {
  test.each<[string, string]>([
    ['@must', 'one three'],
    ['@must and not @needs:inbox', 'three'],
    ['@should or @implied', 'two four'],
    ['@2446/3.2.2/x', 'four'],
    ['@mus', ''],
    ['', ALL],
  ])('%j', (tags, names) => {
    expect(chosen({ tags })).toBe(names);
  });

  it('are refused when they are no expression', () => {
    expect(() => chosen({ tags: '@must and' })).toThrow(UsageError);
    expect(() => chosen({ tags: '(@must' })).toThrow(/^--tags: .*write e\.g\./s);
  });
});

it.each<[string, string]>([
  ['must', 'one three'],
  ['should', 'two'],
  ['implied', 'four'],
  ['may', ''],
])('level %s', (level, names) => {
  expect(chosen({ level })).toBe(names);
});

it('everything is selected when nothing is said', () => {
  expect(chosen({})).toBe(ALL);
});

it('all that is said must hold', () => {
  expect(chosen({ paths: ['features/rfc2446'], level: 'must', section: '2446/3.2.2' })).toBe('one');
  expect(chosen({ paths: [PUSH], level: 'must' })).toBe('');
  expect(chosen({ tags: '@must', section: '2446/3.2.20' })).toBe('three');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadNotes } from './notes.js';

const folder = mkdtempSync(join(tmpdir(), 'itip-notes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = ['target: sample', 'product: Sample', 'version: "1"', 'about: Played.', 'findings:'];
const finding = (id: string, ...more: readonly string[]): string[] => [
  `  - id: ${id}`,
  '    title: It is late',
  '    sentence: The server is late.',
  '    reading: none found.',
  ...more,
];

function notes(...lines: readonly string[]): string {
  const path = join(folder, 'findings.yaml');
  writeFileSync(path, [...HEAD, ...lines, ''].join('\n'));
  return path;
}

test('notes say what is wrong and how else it could be read; nothing is excused unless they say so', () => {
  const read = loadNotes(notes(...finding('late'), ...finding('later', '    excused: true')));
  expect(read.findings.map(({ id, excused }) => [id, excused])).toEqual([
    ['late', false],
    ['later', true],
  ]);
  expect(read.seen).toEqual([]);
});

test.each([
  [finding('Late'), 'not an id like sequence-is-not-stored'],
  [finding('late', '    proofs: none'), 'unknown key `proofs`'],
  [finding('late', '    lines: [dtstart]'), 'not the name of a property'],
  [finding('late').slice(0, -1), 'missing key `reading`'],
  [[...finding('late'), ...finding('late')], 'two findings have the id late'],
])('%j: %s', (lines, problem) => {
  expect(() => loadNotes(notes(...lines))).toThrow(problem);
});

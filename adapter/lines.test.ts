import { expect, test } from 'vitest';
import { LONGEST_LINE, linesOf } from './lines.js';

async function* stream(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

async function all(...chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream(...chunks))) lines.push(line);
  return lines;
}

test('lines may come in pieces, with CRLF, with empty lines, and without a last line end', async () => {
  expect(await all('on', 'e\r\ntw', 'o\n\n  \nthree')).toEqual(['one', 'two', 'three']);
});

test('a character may be cut in two', async () => {
  const bytes = new TextEncoder().encode('Zürich\n');
  expect(await all(bytes.slice(0, 2), bytes.slice(2))).toEqual(['Zürich']);
});

test('a line without end is refused', async () => {
  await expect(all('x'.repeat(LONGEST_LINE), 'x')).rejects.toThrow('a line has more than');
});

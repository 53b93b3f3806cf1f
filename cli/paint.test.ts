import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { paintFor } from './paint.js';

beforeEach(() => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI']) vi.stubEnv(name, undefined);
  vi.stubEnv('TERM', 'xterm-256color');
});
afterEach(() => void vi.unstubAllEnvs());

/** A stream that is, or is not, a terminal, with the rules of Node for what one can show. */
function stream(isTTY: boolean): NodeJS.WriteStream {
  const { getColorDepth } = WriteStream.prototype;
  return Object.assign(new PassThrough(), { isTTY, getColorDepth }) as unknown as NodeJS.WriteStream;
}

describe('paintFor', () => {
  test('colours by tone on a terminal', () => {
    const paint = paintFor(stream(true));
    expect(paint('bad', 'no')).toBe('\u001b[31mno\u001b[39m');
    expect(paint('unsure', 'well')).toBe('\u001b[33mwell\u001b[39m');
    expect(paint('good', 'yes')).toBe('\u001b[32myes\u001b[39m');
  });

  test('leaves text alone in a file or a pipe, and where NO_COLOR is set', () => {
    expect(paintFor(stream(false))('bad', 'no')).toBe('no');
    vi.stubEnv('NO_COLOR', '1');
    expect(paintFor(stream(true))('bad', 'no')).toBe('no');
  });
});

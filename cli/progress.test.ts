import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgress } from './progress.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function screen(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, columns: 200, write: (text: string) => written.push(text) > 0 };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}

const meeting = { id: 'a', name: 'The meeting moves' };

describe('on a terminal', () => {
  test('one line with counts is overwritten, and cleared in the end', () => {
    const { stream, written } = screen(true);
    const progress = createProgress(3, stream);
    progress.add({ id: 'x', outcome: 'passed' });
    progress.add({ id: 'y', outcome: 'failed' });
    progress.add({ id: 'z', outcome: 'passed' });
    expect(written.at(-1)).toBe('\r\u001b[K3 of 3: 2 passed, 1 failed');
    progress.end();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('what takes long is named while it does, the longest of several', () => {
    const { stream, written } = screen(true);
    const progress = createProgress(3, stream);
    progress.begin(meeting);
    vi.advanceTimersByTime(1_500);
    expect(written.at(-1)).toBe('\r\u001b[K0 of 3');
    progress.begin({ id: 'b', name: 'Another' });
    vi.advanceTimersByTime(2_000);
    expect(written.at(-1)).toBe('\r\u001b[K0 of 3; 3 s: The meeting moves');
    progress.add({ id: 'a', outcome: 'passed' });
    expect(written.at(-1)).toBe('\r\u001b[K1 of 3: 1 passed; 2 s: Another');
    progress.add({ id: 'b', outcome: 'passed' });
    expect(written.at(-1)).toBe('\r\u001b[K2 of 3: 2 passed');
    progress.end();
    const count = written.length;
    vi.advanceTimersByTime(60_000);
    expect(written).toHaveLength(count);
  });

  test('nothing is wider than the terminal or moves its cursor', () => {
    const { stream, written } = screen(true);
    const progress = createProgress(3, stream);
    progress.begin({ id: 'a', name: `A name${'\u001b[2J'} ${'long '.repeat(40)}` });
    vi.advanceTimersByTime(5_000);
    const [, line = ''] = written.at(-1)?.split('\u001b[K') ?? [];
    expect(line).toHaveLength(79);
    expect(line).not.toContain('\u001b');
  });
});

describe('elsewhere', () => {
  test('a line comes now and then, also when nothing ends', () => {
    const { stream, written } = screen(false);
    const progress = createProgress(3, stream);
    progress.begin(meeting);
    progress.add({ id: 'x', outcome: 'passed' });
    vi.advanceTimersByTime(4_000);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(7_000);
    expect(written).toEqual([
      '1 of 3: 1 passed; 5 s: The meeting moves\n',
      '1 of 3: 1 passed; 10 s: The meeting moves\n',
    ]);
    progress.end();
    expect(written).toHaveLength(2);
  });
});

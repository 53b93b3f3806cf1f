import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openFile } from './open-file.js';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'itip-open-')));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** An opener that writes down its arguments, one on each line, and ends with a code. */
function opener(name: string, code = 0): void {
  const script = join(folder, name);
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\n' "$@" >'${join(folder, 'arguments')}'\nexit ${code}\n`);
  chmodSync(script, 0o755);
}

function given(): string[] {
  return readFileSync(join(folder, 'arguments'), 'utf8').trimEnd().split('\n');
}

describe('openFile', () => {
  test.each([
    ['linux', 'xdg-open', []],
    ['freebsd', 'xdg-open', []],
    ['darwin', 'open', []],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler']],
  ] as const)('on %s asks %s', async (platform, name, first) => {
    opener(name);
    expect(await openFile('/reports/out.html', platform)).toBeUndefined();
    expect(given()).toEqual([...first, '/reports/out.html']);
  });

  test.each(['a b & echo $(touch harm) `touch harm`;"\'%PATH%.html', '-rf.html'])(
    'takes the path as it is: %s',
    async (name) => {
      opener('xdg-open');
      expect(await openFile(join(folder, name), 'linux')).toBeUndefined();
      expect(given()).toEqual([join(folder, name)]);
      expect(existsSync(join(folder, 'harm'))).toBe(false);
    },
  );

  test('makes the path whole, so that none looks like an option', async () => {
    opener('xdg-open');
    await openFile('--help', 'linux');
    expect(given()).toEqual([join(process.cwd(), '--help')]);
  });

  test('says so when there is no opener, and what to do', async () => {
    expect(await openFile('/reports/out.html', 'linux')).toBe(
      'xdg-open, which opens files on this system, is not installed; open /reports/out.html in a browser yourself',
    );
  });

  test('says so when the opener finds no browser', async () => {
    opener('xdg-open', 3);
    expect(await openFile('/reports/out.html', 'linux')).toBe(
      'xdg-open failed (3); it may have no browser to open; open /reports/out.html in a browser yourself',
    );
  });

  test('does not wait for a browser that stays open', async () => {
    const script = join(folder, 'xdg-open');
    writeFileSync(script, '#!/bin/sh\nexec /bin/sleep 30\n');
    chmodSync(script, 0o755);
    const before = performance.now();
    expect(await openFile('/reports/out.html', 'linux')).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeImip, onlyBody } from '../simulator/transport/imip/decode.js';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = join(import.meta.dirname, 'schedule-by-mail.mjs');

describe('the example of README', () => {
  it('schedules a meeting with somebody outside and prints the mail that leaves', async () => {
    if (!existsSync(join(ROOT, 'dist', 'simulator', 'index.js'))) {
      throw new Error('the library is not built: npm run build');
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [EXAMPLE], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const [answer = '', ...mail] = stdout.split('\n');
    expect(answer).toBe("[ { recipient: 'mailto:erik@elsewhere.example', status: '1.1' } ]");
    const read = await decodeImip(Buffer.from(mail.join('\n')));
    expect(onlyBody(read).method).toBe('REQUEST');
    expect(onlyBody(read).text).toContain('UID:design-review@example.com');
    expect(mail.slice(0, 2).map((line) => line.trim())).toEqual([
      'From: anna@example.com',
      'To: erik@elsewhere.example',
    ]);
  });

  it('stands there word for word', () => {
    const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(page).toContain(readFileSync(EXAMPLE, 'utf8'));
  });
});

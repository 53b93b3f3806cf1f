import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeCloud } from '../targets/caldav/testing/fake-cloud.js';
import { BASE, FakeServer } from '../targets/caldav/testing/fake-server.js';
import { TargetUnreachable, UsageError } from '../targets/outcome-errors.js';
import { targetCheckCommand } from './target-check.js';

const fake = new FakeServer();
const folder = mkdtempSync(join(tmpdir(), 'itip-target-check-'));
const file = join(folder, 'mine.yaml');
let server: ReturnType<FakeServer['intercept']>;
let out = '';

beforeAll(() => {
  server = fake.intercept();
  const user = (name: string) => `  ${name}: { username: ${name}, password: secret }`;
  const head = ['kind: caldav', 'name: mine', `url: ${BASE}/dav/`, 'deadlineMs: 3000', 'users:'];
  writeFileSync(file, [...head, user('anna'), user('bert'), ''].join('\n'));
});
beforeEach(() => {
  out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  fake.reset();
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const writes = () => fake.got.filter(({ method }) => method === 'PUT' || method === 'DELETE');

describe('a check of a target', () => {
  it('writes nothing when it is dry, and lists what a run would write', async () => {
    expect(await targetCheckCommand(file, { dry: true })).toBe(0);
    expect(writes()).toEqual([]);
    expect(out).toContain('bert logs in as bert');
    expect(out).toMatch(/A run plays \d+ of \d+ scenarios/);
    expect(out).toContain('not applicable');
    expect(out).toContain(`in ${BASE}/home/bert/default/`);
    expect(out).toContain('It is asked as often as it answers');
    expect(out).not.toContain('Tried');
    expect(out).not.toContain('secret');
  });

  it('lists first, then tries and removes', async () => {
    expect(await targetCheckCommand(file, {})).toBe(0);
    expect(writes().length).toBeGreaterThan(0);
    expect(fake.objects.size).toBe(0);
    expect(out.indexOf('A run writes this')).toBeLessThan(out.indexOf('Tried on a meeting'));
    expect(out).toContain('schedule-tag: declared by calendar-auto-schedule in the DAV header; there:');
    expect(out).toContain('not there, so not used: the REQUEST never appeared there');
  });

  it('tells the same to programs', async () => {
    await targetCheckCommand(file, { json: true, rate: 500 });
    const { users, judged, probes, rate } = JSON.parse(out);
    expect(rate).toEqual({ requestsPerSecond: 500, burst: 1 });
    expect(users.map(({ id }: { id: string }) => id)).toEqual(['anna', 'bert']);
    expect(judged.played).toBeGreaterThan(0);
    expect(probes.map(({ capability }: { capability: string }) => capability)).toEqual([
      'schedule-tag',
      'inbox',
    ]);
  });

  describe('of accounts that are made for a run', () => {
    const made = join(folder, 'made.yaml');
    const nextcloud = `{ kind: nextcloud, url: '${BASE}', username: admin, password: battery, domain: x.test }`;
    const text = [
      'kind: caldav',
      'name: made',
      `url: ${BASE}/dav/`,
      'deadlineMs: 3000',
      `accounts: ${nextcloud}`,
    ];

    beforeAll(() => writeFileSync(made, [...text, 'users: { anna: {}, bert: {} }', ''].join('\n')));

    it('tells who makes them, and makes none when it is dry', async () => {
      const cloud = new FakeCloud(fake);
      expect(await targetCheckCommand(made, { dry: true })).toBe(0);
      expect(out).toContain(
        'anna: itip-anna-RUN is made for a run and removed after it, by the provisioning API of',
      );
      expect(out).toContain('What the server says is told once somebody can log in');
      expect(cloud.asked).toEqual(['GET itip-anna-RUN', 'GET itip-bert-RUN']);
    });

    it('looks at those that are there when it is dry', async () => {
      new FakeCloud(fake).accounts.set('anna', 'secret');
      writeFileSync(
        made,
        [...text, 'users: { anna: { username: anna, password: secret }, bert: {} }'].join('\n'),
      );
      await targetCheckCommand(made, { dry: true, json: true });
      const { accounts, users } = JSON.parse(out);
      expect(accounts.map(({ isThere }: { isThere: boolean }) => isThere)).toEqual([true, false]);
      expect(users.map(({ id }: { id: string }) => id)).toEqual(['anna']);
    });

    it('makes them, tries, and removes them', async () => {
      const cloud = new FakeCloud(fake);
      expect(await targetCheckCommand(made, {})).toBe(0);
      expect(out).toMatch(/bert logs in as itip-bert-[0-9a-f]{6}/);
      expect(out).toContain('Tried on a meeting of two users');
      expect([cloud.accounts.size, fake.objects.size]).toEqual([0, 0]);
      expect(cloud.asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(2);
    });

    it('removes them also where the server is of no use', async () => {
      const cloud = new FakeCloud(fake);
      fake.features = '1, 3, calendar-access';
      await expect(targetCheckCommand(made, {})).rejects.toThrow('scheduling is switched off on the server');
      expect(cloud.accounts.size).toBe(0);
    });
  });

  it('ends as a run does where the server schedules nothing', async () => {
    fake.features = '1, 3, calendar-access';
    const checking = targetCheckCommand(file, { dry: true });
    await expect(checking).rejects.toThrow(UsageError);
    await expect(checking).rejects.toThrow('scheduling is switched off on the server');
  });

  it('ends as a run does where a password is wrong', async () => {
    fake.otherwise = () => new Response('no', { status: 401 });
    await expect(targetCheckCommand(file, { dry: true })).rejects.toThrow(TargetUnreachable);
  });

  it('is about CalDAV servers', async () => {
    await expect(targetCheckCommand('reference', {})).rejects.toThrow('reference has no accounts to check');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../targets/outcome-errors.js';
import { readTargetFile } from './config.js';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'itip-config-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

function targetFile(mail: object): string {
  const path = join(dir, 'target.yaml');
  const users = { anna: { username: 'anna', password: 'a' } };
  const url = 'http://127.0.0.1:8480/';
  writeFileSync(path, JSON.stringify({ kind: 'caldav', name: 'mine', url, users, mail }));
  return path;
}

describe('the accounts of a target file', () => {
  it('have what is secret in the environment, wherever it stands', () => {
    vi.stubEnv('ADMIN_SECRET', 's3cret');
    const path = join(dir, 'target.yaml');
    const secret = '$'.concat('{ADMIN_SECRET}');
    const accounts = {
      kind: 'command',
      create: ['make', `--as=${secret}`],
      remove: ['away'],
      env: { A: secret },
    };
    const users = { anna: {} };
    writeFileSync(
      path,
      JSON.stringify({ kind: 'caldav', name: 'mine', url: 'http://[::1]/', users, accounts }),
    );
    const [description] = readTargetFile(path, 1);
    expect(description?.accounts).toMatchObject({ create: ['make', '--as=s3cret'], env: { A: 's3cret' } });
    vi.unstubAllEnvs();
    expect(() => readTargetFile(path, 1)).toThrow(
      'accounts.create.1 needs the environment variable ADMIN_SECRET',
    );
  });
});

describe('the mail of a target file', () => {
  const out = {
    kind: 'mailpit',
    url: 'http://127.0.0.1:8025/',
    username: 'mail',
    password: '$'.concat('{MAIL_SECRET}'),
  };

  it('has its password in the environment', () => {
    vi.stubEnv('MAIL_SECRET', 's3cret');
    const [description] = readTargetFile(targetFile({ domain: 'external.test', out }), 1);
    const mail = description?.mail;
    expect(mail).toEqual({ domain: 'external.test', out: { ...out, password: 's3cret' } });
  });

  it('says which variable is missing, and where', () => {
    const path = targetFile({ domain: 'external.test', out });
    expect(() => readTargetFile(path, 1)).toThrow(UsageError);
    expect(() => readTargetFile(path, 1)).toThrow(
      'mail.out.password needs the environment variable MAIL_SECRET',
    );
  });

  it.each([
    [{ domain: 'external.test', out: { kind: 'carrier-pigeon' } }],
    [{ domain: 'external.test', out: { kind: 'smtp-sink', port: 0 } }],
    [{ domain: 'external test', out: { kind: 'smtp-sink', port: 2525 } }],
    [{ out: { kind: 'smtp-sink', port: 2525 } }],
    [{ domain: 'external.test', out: { kind: 'smtp-sink', port: 2525 }, in: { kind: 'lmtp' } }],
  ])('is refused where it is wrong: %j', (mail) => {
    expect(() => readTargetFile(targetFile(mail), 1)).toThrow(UsageError);
  });
});

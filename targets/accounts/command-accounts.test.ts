import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { AccountTrouble } from '../outcome-errors.js';
import type { AccountMaker } from './account-maker.js';
import { CommandAccounts } from './command-accounts.js';
import { AccountsDescription } from './config.js';
import { ANNA } from './testing/sample-account.js';

const folder = mkdtempSync(join(tmpdir(), 'itip-accounts-'));
const noted = join(folder, 'noted');

afterAll(() => rmSync(folder, { recursive: true }));

/** A program that runs this JavaScript. */
function program(script: string, ...parameters: readonly string[]): string[] {
  return [process.execPath, '-e', script, '--', ...parameters];
}

function maker(changes: object): AccountMaker {
  const given = { kind: 'command', create: program(''), remove: program(''), timeoutMs: 10_000 };
  const description = AccountsDescription.parse({ ...given, ...changes });
  if (description.kind !== 'command') throw new Error('it is of another kind');
  return new CommandAccounts(description);
}

async function failure(asking: Promise<unknown>): Promise<Error> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AccountTrouble)) throw new Error(`it did not fail so: ${String(error)}`);
  return error;
}

/** Notes the parameters, what stands in the environment, and the input. */
const NOTE = `
  const { ITIP_USERNAME, ITIP_PASSWORD, ITIP_FIRST_NAME, ITIP_CAST, OC_PASS } = process.env;
  const input = require('node:fs').readFileSync(0, 'utf8');
  const env = [ITIP_USERNAME, ITIP_PASSWORD, ITIP_FIRST_NAME, ITIP_CAST, OC_PASS];
  require('node:fs').writeFileSync(${JSON.stringify(noted)}, JSON.stringify([process.argv.slice(1), env, input]));
`;

describe('an account made by a command', () => {
  it('gets name and password in arguments, environment and input, as the target file says', async () => {
    const create = program(NOTE, '{username}', '{first-name} of {cast}', '$(id); {other}', '{id}');
    await maker({ create, env: { OC_PASS: 'x{password}' }, stdin: '{password}\n' }).create(ANNA);
    expect(JSON.parse(readFileSync(noted, 'utf8'))).toEqual([
      ['anna2', 'Anna of 2', '$(id); {other}', 'anna'],
      ['anna2', 'correct horse', 'Anna', '2', 'xcorrect horse'],
      'correct horse\n',
    ]);
  });

  it('is removed by another, which needs no input', async () => {
    await maker({ remove: program(NOTE, 'away', '{username}'), stdin: '{password}' }).remove(ANNA);
    expect(JSON.parse(readFileSync(noted, 'utf8'))).toEqual([['away', 'anna2'], expect.anything(), '']);
  });

  it('may be looked for by a third', async () => {
    const exists = program(`process.exit(process.argv[1] === 'anna2' ? 0 : 1)`, '{username}');
    expect(await maker({ exists }).exists?.(ANNA)).toBe(true);
    expect(await maker({ exists }).exists?.({ ...ANNA, username: 'bert' })).toBe(false);
    expect(maker({}).exists).toBeUndefined();
  });
});

describe('a command that fails', () => {
  const says = (then: string) =>
    program(`console.error('no, not with ' + process.env.ITIP_PASSWORD); ${then}`);

  test.each([
    ['create', 'process.exit(3)', 'it ended with 3'],
    ['remove', 'process.exit(70)', 'it ended with 70'],
    ['create', 'process.kill(process.pid)', 'it ended with SIGTERM'],
  ] as const)('%s: names the account and tells what was said, but no password', async (verb, then, words) => {
    const error = await failure(maker({ [verb]: says(then) })[verb](ANNA));
    expect(error.message).toMatch(new RegExp(`^"${verb}" under "accounts" for anna2 \\(`));
    expect(error.message).toContain(words);
    expect(error.message).toContain('it said no, not with (secret)');
    expect(error.message).not.toContain('correct horse');
  });

  it('says no password that stands in its arguments', async () => {
    const create = program('process.exit(1)', '{password}', '{username}');
    const { message } = await failure(maker({ create }).create(ANNA));
    expect(message).toContain('(secret) anna2): it ended with 1; it said nothing');
  });

  it('because it is not there', async () => {
    const { message } = await failure(maker({ create: ['/nowhere/occ', 'user:add'] }).create(ANNA));
    expect(message).toContain('(/nowhere/occ user:add): it could not be started: ');
    expect(message).toContain('ENOENT');
  });

  test.each([
    ['is not there', ['/nowhere/occ'], 'it could not be started'],
    ['does not end by itself', program('process.kill(process.pid)'), 'it ended with SIGTERM'],
  ])('has not said that there is no account: it %s', async (_how, exists, words) => {
    const { message } = await failure(maker({ exists }).exists?.(ANNA) ?? Promise.resolve());
    expect(message).toMatch(/^"exists" under "accounts" for anna2 \(/);
    expect(message).toContain(words);
  });

  it('because it does not end, is ended with all that it started', async () => {
    const child = `require('node:child_process').spawn('sleep', ['1000'], { stdio: 'inherit' })`;
    const create = program(`const { pid } = ${child}; console.log('pid', pid)`);
    const { message } = await failure(maker({ create, timeoutMs: 3_000 }).create(ANNA));
    expect(message).toContain('it had not ended after 3000 ms, and was ended');
    const [, pid] = /it said pid (\d+)/.exec(message) ?? [];
    await expect.poll(() => isRunning(Number(pid))).toBe(false);
  });
});

/** Whether a process is there and has not ended. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

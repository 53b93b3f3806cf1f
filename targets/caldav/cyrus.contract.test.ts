import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeTargetContract } from '../contract/testing/target-contract.js';
import type { Intent, Stage, TraceEvent } from '../target.js';
import { openCaldavTarget } from './caldav-target.js';
import { castOf } from './casts.js';
import { CaldavDescription } from './config.js';
import { everyObject } from './testing/every-object.js';

const FILE = new URL('../../servers/cyrus/target.yaml', import.meta.url);
const config = castOf(CaldavDescription.parse(parse(readFileSync(FILE, 'utf8'))), 1);

/** Why the real server cannot be used; undefined when it answers. */
async function whyNot(): Promise<string | undefined> {
  try {
    await fetch(config.url, { method: 'OPTIONS', signal: AbortSignal.timeout(2_000) });
    return undefined;
  } catch (error) {
    return `nothing answers on ${config.url} (${String(error)})`;
  }
}

const reason = await whyNot();
if (reason !== undefined) {
  console.warn(
    `SKIPPED: the contract of the CalDAV target on a real server; ${reason}. Run servers/cyrus/up first.`,
  );
}

describe.skipIf(reason !== undefined)('on a real server', () => {
  describeTargetContract('the CalDAV target on Cyrus', {
    open: () => openCaldavTarget(config),
    deadlineMs: config.deadlineMs,
    left: () => everyObject(config),
  });

  it('tells which server it is', async () => {
    const { description } = await openCaldavTarget(config);
    expect(description).toMatchObject({ name: 'cyrus', kind: 'caldav', driver: 'implicit', literal: false });
    expect(description.product).toMatch(/^Cyrus-HTTP\/3\./);
    const mail = ['imip-out', 'imip-in', 'message-in'] as const;
    expect(description.capabilities).toEqual(new Set(['inbox', 'schedule-tag', ...mail]));
  });

  it('leaves calendars and boxes as they were, whatever a scenario did', { timeout: 60_000 }, async () => {
    const before = await everyObject(config);
    const trace: Omit<TraceEvent, 'at'>[] = [];
    const target = await openCaldavTarget(config);
    const request = { scenario: 'leaves', names: ['Anna', 'Bert', 'Carla', 'Dora'], external: [] };
    const stage = await target.open(request, { add: (event) => trace.push(event), rule: () => {} });
    try {
      for (const intent of busyDay()) await stage.act(intent);
      expect(await objectsOnStage(stage)).toBeGreaterThan(0);
    } finally {
      await stage.close();
    }
    expect(await everyObject(config)).toEqual(before);
    expect(trace.some(({ kind }) => kind === 'exchange')).toBe(true);
    expect(JSON.stringify(trace)).not.toMatch(/authorization|Basic /i);
  });
});

async function objectsOnStage(stage: Stage): Promise<number> {
  const seen = await Promise.all([...stage.cast.keys()].map((id) => stage.observe(id)));
  return seen.reduce((sum, { calendar, inbox }) => sum + calendar.length + inbox.length, 0);
}

/** Two meetings with all that can happen to them; the UID of one needs a fold just where its line ends. */
function busyDay(): Intent[] {
  const start = { local: '2031-03-06T10:00:00', zone: 'UTC' };
  const end = { local: '2031-03-06T11:00:00', zone: 'UTC' };
  const run = `itip-${Date.now()}`;
  const one = `${run}-1@itip-conformance.invalid`;
  const two = `${`${run}-2`.padEnd(48, '-x')}@itip-conformance.invalid`;
  const invite = { kind: 'invite', actor: 'anna', start, end, attendees: ['bert', 'carla', 'dora'] } as const;
  return [
    { ...invite, uid: one, summary: 'Contract' },
    { ...invite, uid: two, summary: 'Contract, too' },
    { kind: 'accept', actor: 'bert', uid: one },
    { kind: 'decline', actor: 'carla', uid: one },
    { kind: 'accept', actor: 'bert', uid: `${run}-unknown` },
    {
      kind: 'reschedule',
      actor: 'anna',
      uid: one,
      start: end,
      end: { ...end, local: '2031-03-06T12:00:00' },
    },
    { kind: 'uninvite', actor: 'anna', uid: one, attendee: 'dora' },
    { kind: 'tentative', actor: 'dora', uid: two },
    { kind: 'cancel', actor: 'anna', uid: two },
  ];
}

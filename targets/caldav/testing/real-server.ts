import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ContractOptions, describeTargetContract } from '../../contract/testing/target-contract.js';
import type { Capability, Intent, Stage, TraceEvent } from '../../target.js';
import { openCaldavTarget, openProbedCaldavTarget } from '../caldav-target.js';
import { castOf } from '../casts.js';
import { CaldavDescription } from '../config.js';
import { everyObject } from './every-object.js';

/** A server that `servers/<name>/up` starts, and what it is known to be. */
export interface RealServer extends Pick<ContractOptions, 'lacks'> {
  readonly name: string;
  readonly product: RegExp;
  readonly capabilities: readonly Capability[];
  /** Registers what only this server has. */
  readonly further?: (config: CaldavDescription) => void;
}

/** Why the server cannot be used; undefined when it answers. */
async function whyNot({ url }: CaldavDescription): Promise<string | undefined> {
  try {
    await fetch(url, { method: 'OPTIONS', signal: AbortSignal.timeout(20_000) });
    return undefined;
  } catch (error) {
    return `nothing answers on ${url} (${String(error)})`;
  }
}

/** Registers the contract of the CalDAV target on a real server; skips it, and says so, where the server is not up. */
export async function describeRealServer(server: RealServer): Promise<void> {
  const { name, product, capabilities, lacks, further } = server;
  const file = new URL(`../../../servers/${name}/target.yaml`, import.meta.url);
  const config = castOf(CaldavDescription.parse(parse(readFileSync(file, 'utf8'))), 1);
  const reason = await whyNot(config);
  if (reason !== undefined) {
    console.warn(
      `SKIPPED: the contract of the CalDAV target on ${name}; ${reason}. Run servers/${name}/up first.`,
    );
  }
  describe.skipIf(reason !== undefined)('on a real server', () => {
    describeTargetContract(`the CalDAV target on ${name}`, {
      open: () => openProbedCaldavTarget(config),
      deadlineMs: config.deadlineMs,
      left: () => everyObject(config),
      ...(lacks === undefined ? {} : { lacks }),
    });

    it('tells which server it is', async () => {
      const target = await openProbedCaldavTarget(config);
      const { description } = target;
      await target.close();
      expect(description).toMatchObject({ name, kind: 'caldav', driver: 'implicit', literal: false });
      expect(description.product).toMatch(product);
      expect(description.capabilities).toEqual(new Set(capabilities));
    });

    it('leaves calendars and boxes as they were, whatever a scenario did', () => leavesEverything(config));

    further?.(config);
  });
}

async function leavesEverything(config: CaldavDescription): Promise<void> {
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
    await target.close();
  }
  expect(await everyObject(config)).toEqual(before);
  expect(trace.some(({ kind }) => kind === 'exchange')).toBe(true);
  expect(JSON.stringify(trace)).not.toMatch(/authorization|Basic /i);
}

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

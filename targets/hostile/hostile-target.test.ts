import { describe, expect, it } from 'vitest';
import { UsageError } from '../outcome-errors.js';
import { openReferenceTarget } from '../reference/reference-target.js';
import type { Intent, Stage, Target, Trace } from '../target.js';
import { HOSTILE_KINDS, openHostileTarget } from './hostile-target.js';
import { selfDelivering } from './testing/self-delivering.js';

const SILENT: Trace = { add: () => {}, rule: () => {} };
const MOMENT = { local: '2030-03-04T10:00:00', zone: 'UTC' };
const UID = 'review@example.com';
const INVITE: Intent = {
  ...{ kind: 'invite', actor: 'anna', uid: UID, summary: 'Design review', attendees: ['bert'] },
  ...{ start: MOMENT, end: { ...MOMENT, local: '2030-03-04T11:00:00' } },
};
const ACCEPT: Intent = { kind: 'accept', actor: 'bert', uid: UID };

function stageOf(target: Target): Promise<Stage> {
  return target.open({ scenario: 'hostile', names: ['Anna', 'Bert'], external: [] }, SILENT);
}

async function hostileStage(kind: string): Promise<Stage> {
  return stageOf(await openHostileTarget(kind));
}

/** Anna invites Bert and what leaves her side is delivered; returns what Bert's side said to each message. */
async function invited(stage: Stage): Promise<string[]> {
  await stage.act(INVITE);
  const said: string[] = [];
  for (const message of await stage.drain()) said.push((await stage.deliver(message)).outcome);
  return said;
}

async function seen(stage: Stage): Promise<{ readonly anna: number; readonly bert: number; inbox: number }> {
  const [anna, bert] = [await stage.observe('anna'), await stage.observe('bert')];
  return { anna: anna.calendar.length, bert: bert.calendar.length, inbox: bert.inbox.length };
}

describe('a hostile target', () => {
  it('is known by its kind', async () => {
    for (const kind of HOSTILE_KINDS) {
      expect((await openHostileTarget(kind)).description).toMatchObject({
        name: `hostile ${kind}`,
        kind: 'hostile',
        driver: 'explicit',
      });
    }
    await expect(openHostileTarget('friendly')).rejects.toThrow(UsageError);
    await expect(openHostileTarget('friendly')).rejects.toThrow(/accepts-and-ignores, rejects-everything/);
  });

  it('accepts and ignores', async () => {
    const stage = await hostileStage('accepts-and-ignores');
    expect(await stage.act(INVITE)).toEqual({ accepted: true });
    expect(await stage.drain()).toEqual([]);
    expect(await stage.messages()).toEqual([]);
    const ours = { id: '1', originator: 'mailto:anna@example.com', recipient: 'mailto:bert@example.com' };
    expect(await stage.deliver({ ...ours, data: '' })).toMatchObject({ outcome: 'applied' });
    expect(await seen(stage)).toEqual({ anna: 0, bert: 0, inbox: 0 });
  });

  it('rejects everything that arrives, but sends', async () => {
    const stage = await hostileStage('rejects-everything');
    expect(await invited(stage)).toEqual(['rejected']);
    expect(await seen(stage)).toEqual({ anna: 1, bert: 0, inbox: 0 });
    expect(await stage.act(ACCEPT)).toMatchObject({ accepted: false });
    expect(await stage.messages()).toHaveLength(1);
  });

  it('composes and delivers nothing', async () => {
    const stage = await hostileStage('delivers-nothing');
    expect(await invited(stage)).toEqual([]);
    const [composed] = await stage.messages();
    expect(composed?.data).toContain('METHOD:REQUEST');
    expect(composed && (await stage.deliver(composed))).toMatchObject({ outcome: 'unknown' });
    expect(await seen(stage)).toEqual({ anna: 1, bert: 0, inbox: 0 });
  });

  it('delivers twice', async () => {
    const stage = await hostileStage('delivers-twice');
    expect(await invited(stage)).toEqual(['applied']);
    expect(await seen(stage)).toEqual({ anna: 1, bert: 1, inbox: 2 });
  });
});

describe('a target that delivers by itself', () => {
  it('needs nobody to hand messages over, and shows what has left', async () => {
    const target = selfDelivering(await openReferenceTarget());
    const { capabilities } = target.description;
    const names = ['inbox', 'outbox', 'hold-messages', 'message-in', 'quiescence'] as const;
    expect(names.filter((name) => capabilities.has(name))).toEqual(['inbox']);
    const stage = await stageOf(target);
    await stage.act(INVITE);
    await stage.act(ACCEPT);
    expect(await stage.drain()).toEqual([]);
    expect(await stage.settle()).toBe(false);
    expect(await seen(stage)).toEqual({ anna: 1, bert: 1, inbox: 1 });
    expect((await stage.observe('anna')).calendar[0]?.data).toContain('PARTSTAT=ACCEPTED');
    expect((await stage.messages()).map(({ channel }) => channel)).toEqual(['inbox', 'inbox']);
  });

  it('shows nothing of what never leaves', async () => {
    const stage = await stageOf(selfDelivering(await openHostileTarget('delivers-nothing')));
    await stage.act(INVITE);
    expect(await stage.messages()).toEqual([]);
    expect(await seen(stage)).toEqual({ anna: 1, bert: 0, inbox: 0 });
  });
});

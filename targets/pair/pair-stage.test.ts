import { describe, expect, it } from 'vitest';
import { decodeImip } from '../../simulator/transport/imip/decode.js';
import { NotExpressible } from '../outcome-errors.js';
import type { Capability, Intent, MessageInTransit, Side, Stage } from '../target.js';
import { PairStage } from './pair-stage.js';
import { Residence } from './residence.js';
import { openPair } from './testing/pair-of-references.js';

const EVENT = {
  ...{ uid: 'u1', summary: 'Review', start: { local: '2031-03-03T10:00:00', zone: 'UTC' } },
  end: { local: '2031-03-03T11:00:00', zone: 'UTC' },
};

function invite(...attendees: readonly string[]): Intent {
  return { kind: 'invite', actor: 'anna', attendees, ...EVENT };
}

/** Anna invites Bert, and the REQUEST has arrived. */
async function invited(stage: Stage): Promise<MessageInTransit> {
  await stage.act(invite('bert'));
  const [request] = await stage.drain();
  if (request === undefined) throw new Error('nothing was sent');
  await stage.deliver(request);
  return request;
}

async function answerShownTo(stage: Stage, id: string): Promise<string> {
  const { calendar } = await stage.observe(id);
  return /PARTSTAT=([A-Z-]+)/.exec(calendar[0]?.data ?? '')?.[1] ?? '(none)';
}

describe('a message between the two sides', () => {
  it('is the mail that left the one, and arrives as that mail at the other', async () => {
    const { stage, trace } = await openPair(['Anna', 'Bert']);
    const request = await invited(stage);
    expect(request).toMatchObject({
      ...{ originator: 'mailto:anna@organizer.example', recipient: 'mailto:bert@attendee.example' },
    });
    const { bodies } = await decodeImip(Buffer.from(request.raw ?? '', 'latin1'));
    expect(bodies).toMatchObject([{ method: 'REQUEST', text: request.data }]);
    expect((await stage.observe('bert')).calendar).toMatchObject([{ uid: 'u1' }]);
    expect(trace.filter(({ kind }) => kind === 'composed')).toMatchObject([
      { via: 'mail', text: 'REQUEST by mail', messageId: request.id },
    ]);
  });

  it('is read from the mail, not from what was seen of it', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    await stage.act(invite('bert'));
    const [request] = await stage.drain();
    const { outcome } = await stage.deliver({ ...(request as MessageInTransit), raw: 'Subject: x\r\n\r\nx' });
    expect(outcome).toBe('rejected');
    expect((await stage.observe('bert')).calendar).toEqual([]);
  });

  it('goes back the same way, and each is counted once', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    await invited(stage);
    await stage.act({ kind: 'accept', actor: 'bert', uid: 'u1' });
    const [reply] = await stage.drain();
    expect(await answerShownTo(stage, 'anna')).toBe('NEEDS-ACTION');
    await stage.deliver(reply as MessageInTransit);
    expect(await answerShownTo(stage, 'anna')).toBe('ACCEPTED');
    expect((await stage.messages()).map(({ id, channel }) => [id, channel])).toEqual([
      ['organizer:mail-1', 'mail'],
      ['attendee:mail-1', 'mail'],
    ]);
  });

  it('waits for who carries it', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    await stage.act(invite('bert'));
    expect((await stage.observe('bert')).calendar).toEqual([]);
    expect(await stage.settle()).toBe(true);
  });
});

it('is no mail among those of one side', async () => {
  const { stage } = await openPair(['Anna', 'Rita']);
  await stage.act(invite('rita'));
  const [request] = await stage.drain();
  expect(request).not.toHaveProperty('raw');
  await stage.deliver(request as MessageInTransit);
  expect((await stage.observe('rita')).calendar).toMatchObject([{ uid: 'u1' }]);
});

it('goes to those whom the harness plays, and comes from them', async () => {
  const { stage } = await openPair(['Anna', 'Bert', 'Erik']);
  await stage.act(invite('erik'));
  const [request] = await stage.drain();
  expect(request?.recipient).toBe('mailto:erik@external.test');
  const data = request?.data.replace('PARTSTAT=NEEDS-ACTION', 'PARTSTAT=DECLINED') ?? '';
  const reply = {
    id: 'counterpart-1',
    originator: 'mailto:erik@external.test',
    recipient: request?.originator,
  };
  await stage.deliver({ ...reply, data: data.replace('METHOD:REQUEST', 'METHOD:REPLY') } as MessageInTransit);
  expect(await answerShownTo(stage, 'anna')).toBe('DECLINED');
});

it('reaches nobody who lives nowhere', async () => {
  const { stage } = await openPair(['Anna', 'Bert']);
  const request = await invited(stage);
  const { outcome } = await stage.deliver({ ...request, recipient: 'mailto:otto@nowhere.example' });
  expect(outcome).toBe('rejected');
});

describe('who acts in the name of another', () => {
  it('has an account where that one lives, on both sides', async () => {
    const { stage } = await openPair(['Anna', 'Bert', 'Sven']);
    await stage.act({ ...invite('bert'), actor: 'sven', onBehalfOf: 'anna' } as Intent);
    const [request] = await stage.drain();
    await stage.deliver(request as MessageInTransit);
    await stage.act({ kind: 'accept', actor: 'sven', onBehalfOf: 'bert', uid: 'u1' });
    const [reply] = await stage.drain();
    expect(reply?.originator).toBe('mailto:sven@attendee.example');
    expect(reply?.data.replace(/\r\n /g, '')).toContain('SENT-BY="mailto:sven@attendee.example"');
  });

  it('can do nothing on a side without account', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    const attempt = stage.act({ ...invite('bert'), actor: 'bert', onBehalfOf: 'anna' } as Intent);
    await expect(attempt).rejects.toThrow(NotExpressible);
  });
});

describe('the side at fault', () => {
  const receiving = { duty: 'receive', evidence: undefined } as const;

  it('is that of who sent the deciding message, whoever is obliged', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    const { data } = await invited(stage);
    expect(stage.atFault?.({ party: 'attendee', duty: 'compose', evidence: data })).toBe('organizer');
    expect(stage.atFault?.({ party: 'server', duty: 'transmit', evidence: data })).toBe('organizer');
  });

  it('is that of the party that got its message and did nothing', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    await stage.act(invite('bert'));
    expect(stage.atFault?.({ party: 'attendee', ...receiving })).toBeUndefined();
    for (const message of await stage.drain()) await stage.deliver(message);
    expect(stage.atFault?.({ party: 'attendee', ...receiving })).toBe('attendee');
    expect(stage.atFault?.({ party: 'organizer', ...receiving })).toBe('organizer');
    expect(stage.atFault?.({ party: 'server', ...receiving })).toBeUndefined();
  });

  it('is that of the new Organizer once somebody has taken over', async () => {
    const { stage } = await openPair(['Anna', 'Bert']);
    await invited(stage);
    expect(await stage.act({ kind: 'change-organizer', actor: 'bert', uid: 'u1' })).toEqual({
      accepted: true,
    });
    expect(stage.atFault?.({ party: 'organizer', duty: 'compose', evidence: undefined })).toBe('attendee');
  });
});

/** The attendees' side delivers by itself among its own, and takes no mail in. */
async function mixed(): Promise<PairStage> {
  const { stage } = await openPair(['Anna', 'Bert', 'Carla', 'Rita']);
  const request = { scenario: 'x', names: ['Anna', 'Bert', 'Carla', 'Rita'], external: [] };
  const addressOn = (side: Side, name: string) => `mailto:${name.toLowerCase()}@${side}.example`;
  const residence = await Residence.of(request, (side, name) => Promise.resolve([addressOn(side, name)]));
  const able = { name: 'one', capabilities: new Set<Capability>(['hold-messages', 'imip-in']) };
  const targets = { organizer: able, attendee: { name: 'deaf', capabilities: new Set<Capability>() } };
  return new PairStage({ organizer: stage, attendee: stage }, residence, targets);
}

it('says whose messages wait only where a side delivers by itself among its own', async () => {
  expect((await openPair(['Anna', 'Bert'])).stage.holds).toBeUndefined();
  const { holds } = await mixed();
  expect(holds?.('anna', 'bert')).toBe(true);
  expect(holds?.('carla', 'anna')).toBe(true);
  expect(holds?.('anna', 'rita')).toBe(true);
  expect(holds?.('bert', 'carla')).toBe(false);
});

it('carries no mail to a side that takes none in, and says which that is', async () => {
  const stage = await mixed();
  await stage.act(invite('bert'));
  const [request] = await stage.drain();
  await expect(stage.deliver(request as MessageInTransit)).rejects.toThrow(NotExpressible);
  await expect(stage.deliver(request as MessageInTransit)).rejects.toThrow(
    /^deaf takes no mail in, so what mailto:anna@/,
  );
});

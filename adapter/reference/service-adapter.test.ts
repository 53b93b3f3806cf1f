import { describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import type { MethodName, Params, Result } from '../protocol.js';
import { METHODS } from '../protocol.js';
import { referenceHandlers } from './handlers.js';

const ANNA = 'mailto:anna@example.com';
const MONA = 'mailto:mona@example.com';

/** The reference as an adapter, with Anna, Bert and Sven; only mail reaches Mona. */
class Adapter {
  readonly #handlers = referenceHandlers('1.0.0');

  static async begun(): Promise<Adapter> {
    const adapter = new Adapter();
    await adapter.call('initialize', { protocol: 1, profile: 'rfc5546', delivery: 'auto' });
    const users = ['anna', 'bert', 'sven', 'mona'].map((id) => ({
      ...{ id, name: id, addresses: [`mailto:${id}@example.com`], kind: 'individual' as const },
      ...(id === 'mona' ? { external: true, byMail: true } : {}),
    }));
    await adapter.call('reset', { now: '2030-01-07T09:00:00Z', users, rights: [] });
    return adapter;
  }

  /** Calls a method; parameters and result must be as the protocol says. */
  async call<Name extends MethodName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
    const handler = this.#handlers[name] as ((params: unknown) => unknown) | undefined;
    const result = await handler?.(METHODS[name].params.parse(params));
    return METHODS[name].result.parse(result) as Result<Name>;
  }

  /** Anna sends the sample event. */
  async meet(...attendees: readonly string[]): Promise<void> {
    const partstats = Object.fromEntries(attendees.map((id) => [id, 'NEEDS-ACTION']));
    const data = sampleText({ attendees: partstats });
    await this.call('calendar/put', { user: 'anna', name: 'review.ics', data });
  }
}

describe('the scheduling service behind the adapter protocol', () => {
  it('mails when it is told to, and says what became of it', async () => {
    const adapter = await Adapter.begun();
    await adapter.meet('bert', 'mona');
    expect((await adapter.call('outbox/list', { user: 'anna' })).items).toMatchObject([
      {
        originator: ANNA,
        organizer: ANNA,
        state: 'unprocessed',
        recipients: [{ state: 'processed' }, { address: MONA, state: 'unprocessed', status: '1.1' }],
      },
    ]);
    await adapter.call('mail/fail', { recipient: MONA, code: 451, times: 1 });
    expect(await adapter.call('outbox/process', {})).toEqual({ sent: 0, failed: 0, waiting: 1 });
    await adapter.call('clock/set', { now: '2030-01-07T10:00:00Z' });
    expect(await adapter.call('outbox/process', {})).toEqual({ sent: 1, failed: 0, waiting: 0 });
    const { mails } = await adapter.call('mail/drain', {});
    expect(mails).toMatchObject([{ from: ANNA, to: MONA }]);
    expect(mails[0]?.raw).toContain('method=REQUEST');
    expect((await adapter.call('mail/drain', {})).mails).toEqual([]);
  });

  it('refuses a mail that is no scheduling message', async () => {
    const adapter = await Adapter.begun();
    const mail = { from: MONA, to: ANNA, raw: 'Subject: hello\r\n\r\nhello\r\n' };
    expect(await adapter.call('mail/deliver', mail)).toMatchObject({ outcome: 'rejected' });
  });

  it('deletes entries, and tells what that leads to', async () => {
    const adapter = await Adapter.begun();
    await adapter.meet('bert', 'mona');
    const [sent] = (await adapter.call('outbox/list', { user: 'anna' })).items;
    const entry = { user: 'anna', name: sent?.name ?? '' };
    expect(await adapter.call('outbox/delete', entry)).toEqual({
      ...{ accepted: true, consequence: 'not-sent', recipients: [MONA] },
    });
    expect(await adapter.call('outbox/delete', entry)).toMatchObject({
      accepted: false,
      error: { code: '404' },
    });
    const [received] = (await adapter.call('inbox/list', { user: 'bert' })).items;
    expect(await adapter.call('inbox/delete', { user: 'bert', name: received?.name ?? '' })).toEqual({
      ...{ accepted: true, consequence: 'record-lost' },
    });
  });

  it('leaves an Inbox to the client, remembers over a restart, and lists what it told', async () => {
    const adapter = await Adapter.begun();
    await adapter.call('inbox/mode', { user: 'bert', processing: 'client' });
    await adapter.meet('bert');
    await adapter.call('restart', {});
    expect((await adapter.call('calendar/list', { user: 'bert' })).objects).toEqual([]);
    expect(await adapter.call('inbox/process', { user: 'bert' })).toEqual({ outcomes: ['applied'] });
    expect((await adapter.call('calendar/list', { user: 'bert' })).objects).toHaveLength(1);
    const uid = 'review@example.com';
    expect((await adapter.call('notifications/list', { user: 'bert' })).items).toMatchObject([
      { kind: 'REQUEST', uid },
    ]);
    await adapter.call('act', { user: 'bert', intent: 'accept', uid });
    expect((await adapter.call('last-seen/list', { user: 'anna' })).items).toMatchObject([
      { uid, attendee: 'mailto:bert@example.com', sequence: 0 },
    ]);
  });

  it('gives rights and withdraws them', async () => {
    const adapter = await Adapter.begun();
    await adapter.meet('bert');
    const renotify = { user: 'anna', actor: 'sven', intent: 'renotify', uid: 'review@example.com' };
    const act = () => adapter.call('act', { ...renotify, args: { asking: true } });
    expect(await act()).toMatchObject({ accepted: false });
    await adapter.call('rights/set', { user: 'anna', actor: 'sven', may: ['schedule'] });
    expect(await act()).toEqual({ accepted: true });
    await adapter.call('rights/set', { user: 'anna', actor: 'sven', may: [] });
    expect(await act()).toMatchObject({ accepted: false });
  });

  it('asks about the answer of somebody uninvited', async () => {
    const adapter = await Adapter.begun();
    await adapter.meet('bert');
    const answer = sampleText({ method: 'REPLY', attendees: { mona: 'ACCEPTED' } });
    await adapter.call('message/deliver', { originator: MONA, recipient: ANNA, data: answer });
    const [asked] = (await adapter.call('pending/list', { user: 'anna' })).items;
    expect(asked).toMatchObject({ kind: 'party-crasher', from: MONA });
    await adapter.call('pending/decide', { user: 'anna', id: asked?.id ?? '', decision: 'accept' });
    const [stored] = (await adapter.call('calendar/list', { user: 'anna' })).objects;
    expect(stored?.data).toContain('mona@example.com');
    await expect(
      adapter.call('pending/decide', { user: 'anna', id: 'x', decision: 'accept' }),
    ).rejects.toThrow('anna is not asked x');
  });

  it('refuses what is about nobody', async () => {
    const adapter = await Adapter.begun();
    await expect(adapter.call('inbox/process', { user: 'nobody' })).rejects.toThrow(
      'no Calendar User nobody',
    );
    await expect(adapter.call('inbox/process', { user: 'bert', name: 'x' })).rejects.toThrow('no entry x');
  });
});

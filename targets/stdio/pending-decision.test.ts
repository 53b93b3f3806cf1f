import { describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { NotExpressible } from '../outcome-errors.js';
import type { AdapterConnection } from './connection.js';
import { decidePending } from './pending-decision.js';

const OTTO = 'mailto:otto@example.com';
const UID = 'review@example.com';
const WISH = { kind: 'decide', actor: 'anna', uid: UID, about: 'otto', decision: 'accept' } as const;

/** An adapter that asks Anna about these senders, and the decisions that it hears. */
function asking(...senders: readonly string[]) {
  const heard: unknown[] = [];
  const items = senders.map((from, id) => ({
    id: `q${id}`,
    kind: 'party-crasher',
    from,
    data: sampleText(),
  }));
  const call = (method: string, params: unknown) => {
    if (method === 'pending/decide') heard.push(params);
    return Promise.resolve(method === 'pending/list' ? { items } : {});
  };
  return { connection: { call } as unknown as AdapterConnection, heard };
}

describe('a decision about what an adapter asks', () => {
  it('goes to the question about that sender', async () => {
    const { connection, heard } = asking('mailto:dora@example.com', 'MAILTO:Otto@example.com');
    expect(await decidePending(connection, { ...WISH, telling: true }, OTTO)).toEqual({ accepted: true });
    expect(heard).toEqual([{ user: 'anna', id: 'q1', decision: 'accept', args: { telling: true } }]);
  });

  it('holds already where it has not asked, but nobody hears of it', async () => {
    const { connection, heard } = asking();
    expect(await decidePending(connection, WISH, OTTO)).toEqual({ accepted: true });
    expect(await decidePending(connection, { ...WISH, telling: true }, OTTO)).toMatchObject({
      accepted: false,
    });
    expect(heard).toEqual([]);
  });

  it('is an intent where the adapter has no list of questions', async () => {
    const call = () => Promise.reject(new NotExpressible('no such method'));
    const connection = { call } as unknown as AdapterConnection;
    expect(await decidePending(connection, WISH, OTTO)).toBeUndefined();
  });
});

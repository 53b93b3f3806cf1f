import { describe, expect, test } from 'vitest';
import { type Handlers, RpcError, serve } from './serve.js';

async function* lines(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield `${text}\n`;
}

const handlers: Handlers = {
  settle: () => ({ quiet: true }),
  'clock/set': () => {
    throw new RpcError(-32000, 'call reset first');
  },
  'messages/drain': () => {
    throw new TypeError('oops');
  },
  shutdown: () => ({}),
};

async function answers(...texts: readonly string[]): Promise<{ answers: unknown[]; internal: unknown[] }> {
  const [out, internal]: [unknown[], unknown[]] = [[], []];
  await serve(
    lines(...texts),
    (line) => out.push(JSON.parse(line)),
    handlers,
    (error) => internal.push(error),
  );
  return { answers: out, internal };
}

const call = (method: string, params: unknown = {}, id: unknown = 1): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params });

describe('serve', () => {
  test('answers with the result, and with the id as it came', async () => {
    const { answers: out } = await answers(call('settle', {}, 'seven'));
    expect(out).toEqual([{ jsonrpc: '2.0', id: 'seven', result: { quiet: true } }]);
  });

  test.each([
    ['no json', null, -32700, 'the line is no JSON'],
    ['{"id":4,"method":"settle"}', 4, -32600, 'jsonrpc'],
    ['[]', null, -32600, 'no JSON-RPC 2.0 request'],
    [call('fly'), 1, -32601, 'no method is called fly'],
    [call('act', { user: 'a', intent: 'invite' }), 1, -32601, 'no method is called act'],
    [call('clock/set', { now: 'tomorrow' }), 1, -32602, 'clock/set: now: not a UTC time like'],
    [call('clock/set', { now: '2030-01-07T09:00:00Z' }), 1, -32000, 'clock/set: call reset first'],
  ])('%s is answered with an error that says why', async (line, id, code, text) => {
    const { answers: out, internal } = await answers(line, call('settle', {}, 9));
    expect(out[0]).toMatchObject({ id, error: { code, message: expect.stringContaining(text) } });
    expect(out[1]).toMatchObject({ id: 9, result: { quiet: true } });
    expect(internal).toEqual([]);
  });

  test('an error of its own is told to the caller and to the log', async () => {
    const { answers: out, internal } = await answers(call('messages/drain'));
    expect(out).toMatchObject([{ error: { code: -32603, message: 'messages/drain: oops' } }]);
    expect(internal).toHaveLength(1);
  });

  test('ends after shutdown', async () => {
    const { answers: out } = await answers(call('shutdown'), call('settle'));
    expect(out).toHaveLength(1);
  });
});

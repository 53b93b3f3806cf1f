import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../conformance/results.js';
import { fateOf, journeysOf, nameOf, participantsOf } from './exchange.js';

const composed = (from: string, to: string, messageId: string): ExchangeEvent => {
  return { kind: 'composed', at: 0, from, to, text: 'REPLY', messageId };
};
const arrives = (to: string, messageId: string): ExchangeEvent => {
  return { kind: 'delivered', at: 0, to, text: 'REPLY applied', messageId };
};
const intent = (from: string): ExchangeEvent => ({ kind: 'intent', at: 0, from, text: 'invite' });

function fates(...events: readonly ExchangeEvent[]): Record<string, string> {
  return Object.fromEntries([...journeysOf(events)].map(([id, journey]) => [id, fateOf(journey)]));
}

describe('journeysOf', () => {
  test('numbers messages and tells in which events they were sent and arrived', () => {
    const events = [
      intent('anna'),
      composed('anna', 'bert', 'x'),
      arrives('bert', 'x'),
      arrives('carla', 'y'),
    ];
    expect([...journeysOf(events)]).toEqual([
      ['x', { number: 1, sent: 1, arrivals: [2], held: false, overtaken: false }],
      ['y', { number: 2, sent: undefined, arrivals: [3], held: false, overtaken: false }],
    ]);
  });

  test('a fan-out that is delivered in its order is nothing special', () => {
    const events = [composed('anna', 'bert', 'x'), composed('anna', 'carla', 'y')];
    expect(fates(...events, arrives('bert', 'x'), arrives('carla', 'y'))).toEqual({ x: '', y: '' });
  });

  test('a message is held when something else is done before it arrives, or when the trace says so', () => {
    expect(fates(composed('bert', 'anna', 'x'), intent('bert'), arrives('anna', 'x'))).toEqual({ x: 'held' });
    const held: ExchangeEvent = { kind: 'held', at: 0, text: 'REPLY', messageId: 'x' };
    expect(fates(composed('bert', 'anna', 'x'), held, arrives('anna', 'x'))).toEqual({ x: 'held' });
  });

  test('a message is overtaken by a later one between the same two, not by one to somebody else', () => {
    const events = [composed('bert', 'anna', 'x'), composed('bert', 'anna', 'y')];
    expect(fates(...events, arrives('anna', 'y'), arrives('anna', 'x'))).toEqual({ x: 'overtaken', y: '' });
    const apart = [composed('anna', 'bert', 'x'), composed('anna', 'carla', 'y')];
    expect(fates(...apart, arrives('carla', 'y'), arrives('bert', 'x'))).toEqual({ x: '', y: '' });
  });

  test('a message may arrive again, or never', () => {
    const events = [composed('anna', 'bert', 'x'), arrives('bert', 'x'), arrives('bert', 'x')];
    expect(fates(...events, composed('anna', 'bert', 'y'))).toEqual({ x: 'repeated', y: 'not delivered' });
  });
});

test('participantsOf names each once, in the order of appearance', () => {
  expect(participantsOf([intent('anna'), composed('bert', 'anna', 'x'), arrives('carla', 'x')])).toEqual([
    'anna',
    'bert',
    'carla',
  ]);
});

test('nameOf makes a name of an id or an address', () => {
  expect([nameOf('anna'), nameOf('mailto:otto@example.com')]).toEqual(['Anna', 'Otto@example.com']);
});

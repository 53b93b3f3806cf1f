import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../runtime/memory-store.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { createNetwork } from './network.js';

const CALENDAR = sampleCalendar({ method: 'REQUEST' });

describe('the network', () => {
  it('gives messages in the order of sending, each once', () => {
    const network = createNetwork();
    network.send('mailto:a@x', ['mailto:b@x'], CALENDAR);
    network.send('mailto:b@x', ['mailto:a@x'], CALENDAR);
    network.send('mailto:a@x', ['mailto:c@x'], CALENDAR);
    expect(network.drain().map(({ originator, recipient }) => `${originator} ${recipient}`)).toEqual([
      'mailto:a@x mailto:b@x',
      'mailto:b@x mailto:a@x',
      'mailto:a@x mailto:c@x',
    ]);
    expect(network.drain()).toEqual([]);
    network.send('mailto:c@x', ['mailto:a@x'], CALENDAR);
    expect(network.drain()).toHaveLength(1);
  });

  it('numbers messages, and goes on counting after they were taken', () => {
    const network = createNetwork();
    network.send('mailto:a@x', ['mailto:b@x', 'mailto:c@x'], CALENDAR);
    const first = network.drain();
    network.send('mailto:a@x', ['mailto:b@x'], CALENDAR);
    expect([...first, ...network.drain()].map(({ id, recipient }) => `${id} ${recipient}`)).toEqual([
      'message-1 mailto:b@x',
      'message-2 mailto:c@x',
      'message-3 mailto:b@x',
    ]);
    const other = createNetwork();
    other.send('mailto:a@x', ['mailto:b@x'], CALENDAR);
    expect(other.drain().map(({ id }) => id)).toEqual(['message-1']);
  });

  it('shares one object between the copies of a message', () => {
    const network = createNetwork();
    network.send('mailto:a@x', ['mailto:b@x', 'mailto:c@x'], CALENDAR);
    expect(network.drain().every(({ calendar }) => calendar === CALENDAR)).toBe(true);
  });

  it('leaves what is not wanted where it was, also after a restart', () => {
    const store = new MemoryStore();
    const network = createNetwork(store);
    network.send('mailto:a@x', ['mailto:b@x', 'mailto:c@x', 'mailto:d@x'], CALENDAR);
    network.send('mailto:b@x', ['mailto:c@x'], CALENDAR);
    network.send('mailto:b@x', [], CALENDAR);
    expect(network.drain(({ recipient }) => recipient === 'mailto:c@x').map(({ id }) => id)).toEqual([
      'message-2',
      'message-4',
    ]);
    expect(createNetwork(store.reopened()).drain()).toEqual([
      { id: 'message-1', originator: 'mailto:a@x', recipient: 'mailto:b@x', calendar: CALENDAR },
      { id: 'message-3', originator: 'mailto:a@x', recipient: 'mailto:d@x', calendar: CALENDAR },
    ]);
  });

  it('does not put into hands what was sent after they took', () => {
    const network = createNetwork();
    const taken = network.drain();
    network.send('mailto:a@x', ['mailto:b@x'], CALENDAR);
    expect(taken).toEqual([]);
  });
});

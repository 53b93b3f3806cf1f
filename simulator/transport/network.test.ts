import { describe, expect, it } from 'vitest';
import { sampleCalendar } from '../testing/sample-event.js';
import { createNetwork } from './network.js';

const CALENDAR = sampleCalendar({ method: 'REQUEST' });

describe('the network', () => {
  it('gives messages in the order of sending, each once', () => {
    const network = createNetwork();
    network.send('mailto:a@x', 'mailto:b@x', CALENDAR);
    network.send('mailto:b@x', 'mailto:a@x', CALENDAR);
    network.send('mailto:a@x', 'mailto:c@x', CALENDAR);
    expect(network.drain().map(({ originator, recipient }) => `${originator} ${recipient}`)).toEqual([
      'mailto:a@x mailto:b@x',
      'mailto:b@x mailto:a@x',
      'mailto:a@x mailto:c@x',
    ]);
    expect(network.drain()).toEqual([]);
    network.send('mailto:c@x', 'mailto:a@x', CALENDAR);
    expect(network.drain()).toHaveLength(1);
  });

  it('numbers messages, and goes on counting after they were taken', () => {
    const network = createNetwork();
    const first = network.send('mailto:a@x', 'mailto:b@x', CALENDAR);
    network.drain();
    const second = network.send('mailto:a@x', 'mailto:b@x', CALENDAR);
    expect([first.id, second.id]).toEqual(['message-1', 'message-2']);
    expect(createNetwork().send('mailto:a@x', 'mailto:b@x', CALENDAR).id).toBe('message-1');
  });

  it('shares one object between the copies of a message', () => {
    const network = createNetwork();
    network.send('mailto:a@x', 'mailto:b@x', CALENDAR);
    network.send('mailto:a@x', 'mailto:c@x', CALENDAR);
    expect(network.drain().every(({ calendar }) => calendar === CALENDAR)).toBe(true);
  });

  it('does not put into hands what was sent after they took', () => {
    const network = createNetwork();
    const taken = network.drain();
    network.send('mailto:a@x', 'mailto:b@x', CALENDAR);
    expect(taken).toEqual([]);
  });
});

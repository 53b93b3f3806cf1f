import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../conformance/results.js';
import { ladder } from './ladder.js';

const composed = (from: string, to: string, text: string, messageId: string): ExchangeEvent => {
  return { kind: 'composed', at: 0, from, to, text, messageId, detail: `${text} of ${messageId}` };
};
const arrives = (to: string, text: string, messageId: string): ExchangeEvent => {
  return { kind: 'delivered', at: 0, to, text, messageId };
};

describe('ladder', () => {
  test('shows who wanted what, who wrote to whom, and that the second answer arrived first', () => {
    const events: ExchangeEvent[] = [
      { kind: 'intent', at: 0, from: 'anna', text: 'invite' },
      composed('anna', 'bert', 'REQUEST', 'a'),
      composed('bert', 'anna', 'REPLY', 'b'),
      composed('bert', 'anna', 'REPLY', 'c'),
      arrives('anna', 'REPLY applied', 'c'),
      arrives('anna', 'REPLY ignored', 'b'),
    ];
    expect(ladder(events)).toEqual([
      'Anna            Bert',
      '| * invite      |',
      '|--REQUEST #1-->|',
      '|<--REPLY #2----|',
      '|<--REPLY #3----|',
      '| > #3 REPLY applied',
      '| > #2 REPLY ignored',
    ]);
  });

  test('shows what is still on its way when something else is done', () => {
    const events: ExchangeEvent[] = [
      composed('anna', 'bert', 'REQUEST', 'a'),
      { kind: 'held', at: 0, from: 'anna', to: 'bert', text: 'REQUEST still in transit', messageId: 'a' },
    ];
    expect(ladder(events)[2]).toBe('| = #1 REQUEST still in transit');
  });

  test('draws an arrow over the lifelines between', () => {
    const events = [composed('anna', 'bert', 'REQUEST', 'a'), composed('anna', 'carla', 'REQUEST', 'b')];
    expect(ladder(events)[2]).toBe('|--REQUEST #2------------------>|');
  });

  test('marks the message that decided', () => {
    const events = [composed('anna', 'bert', 'CANCEL', 'a')];
    expect(ladder(events, { deciding: 'CANCEL of a' })[1]).toBe('|--CANCEL #1--->|  <== decides');
  });

  test('a message to oneself is a note', () => {
    expect(ladder([composed('anna', 'anna', 'REQUEST', 'a')])[1]).toBe('| @ REQUEST #1');
  });

  test('keeps to the width, and to nothing without events', () => {
    const events = [arrives('anna', 'x'.repeat(200), 'a')];
    expect(Math.max(...ladder(events, { width: 60 }).map((line) => line.length))).toBe(60);
    expect(ladder([])).toEqual([]);
  });
});

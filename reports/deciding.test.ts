import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../conformance/results.js';
import { sampleCheck } from '../conformance/testing/sample-results.js';
import { decidingEvents, decidingIn } from './deciding.js';

test('the first check that breaks the run and has a text decides', () => {
  const checks = [
    sampleCheck('passed', { message: 'good' }),
    sampleCheck('blocked', { message: 'before' }),
    sampleCheck('failed'),
    sampleCheck('failed', { message: 'one' }),
    sampleCheck('failed', { message: 'two' }),
  ];
  expect(decidingIn(checks)).toBe('one');
  expect(decidingIn(checks.slice(0, 2))).toBe('before');
  expect(decidingIn(checks.slice(0, 1))).toBeUndefined();
});

describe('the events that a verdict hangs on', () => {
  const event = (kind: ExchangeEvent['kind'], more: Partial<ExchangeEvent>): ExchangeEvent => {
    return { kind, at: 0, text: kind, ...more };
  };
  const events = [
    event('composed', { messageId: 'a', detail: 'request' }),
    event('delivered', { messageId: 'a', to: 'bert' }),
    event('observed', { from: 'bert', detail: 'copy' }),
    event('composed', { messageId: 'b', detail: 'reply' }),
    event('delivered', { messageId: 'b', to: 'anna' }),
    event('observed', { from: 'bert', detail: 'copy' }),
  ];
  const found = (message?: string) => [
    ...decidingEvents(events, [sampleCheck('failed', message === undefined ? {} : { message })]),
  ];

  test('are the message that was judged', () => {
    expect(found('reply')).toEqual([[3, 'decides']]);
  });

  test('are the last look at what was judged, and the message that arrived last there', () => {
    expect(found('copy')).toEqual([
      [5, 'judged'],
      [0, 'arrived last'],
    ]);
  });

  test('are the message that arrived last anywhere where nothing shows what was judged', () => {
    expect(found()).toEqual([[3, 'arrived last']]);
    expect(found('something else')).toEqual([[3, 'arrived last']]);
  });

  test('are none where nothing is broken, or nothing arrived', () => {
    expect([...decidingEvents(events, [sampleCheck('blocked')])]).toEqual([]);
    expect([...decidingEvents([], [sampleCheck('failed')])]).toEqual([]);
  });
});

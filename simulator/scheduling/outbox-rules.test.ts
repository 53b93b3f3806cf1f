import { describe, expect, it } from 'vitest';
import { STANDARD_POLICIES } from '../itip/policies.js';
import { type Sample, sampleCalendar } from '../testing/sample-event.js';
import { outboxRules } from './outbox-rules.js';

const { isSameSending } = outboxRules(STANDARD_POLICIES);
const REQUEST = sampleCalendar({ method: 'REQUEST' });
const INSTANCE = ['RECURRENCE-ID:20300311T100000Z'];

describe('a later sending', () => {
  it.each<[string, Sample]>([
    ['another revision', { method: 'REQUEST', sequence: 1, dtstart: ':20300305T100000Z' }],
    ['the same one to others', { method: 'REQUEST', attendees: { carla: 'NEEDS-ACTION' } }],
  ])('is the same thing again: %s', (_what, sample) => {
    expect(isSameSending(REQUEST, sampleCalendar(sample))).toBe(true);
  });

  it.each<[string, Sample]>([
    ['another method', { method: 'CANCEL' }],
    ['another event', { method: 'REQUEST', uid: 'lunch@example.com' }],
    ['an instance of the series', { method: 'REQUEST', lines: INSTANCE }],
  ])('is another thing: %s', (_what, sample) => {
    expect(isSameSending(REQUEST, sampleCalendar(sample))).toBe(false);
  });
});

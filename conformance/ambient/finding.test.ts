import { describe, expect, it } from 'vitest';
import { sentText } from '../testing/sample-message.js';
import { broken, holds, worstPerRequirement } from './finding.js';

const message = sentText('BEGIN:VCALENDAR');
const broke = (requirement: string, reason: string) =>
  broken(requirement, message, { reason, expected: 'this', actual: 'that' });

it('what is broken brings the message that decides', () => {
  expect(broke('a', 'why')).toEqual({
    ...{ requirement: 'a', ok: false, reason: 'why' },
    ...{ expected: 'this', actual: 'that', message: 'BEGIN:VCALENDAR' },
  });
});

it('what holds says no more', () => {
  expect(holds('a')).toEqual({ requirement: 'a', ok: true });
});

describe('worstPerRequirement', () => {
  it('finds what is broken among what holds, before and after it', () => {
    for (const findings of [
      [holds('a'), broke('a', 'why'), holds('a')],
      [broke('a', 'why'), holds('a')],
      [holds('a'), broke('a', 'why')],
    ]) {
      expect(worstPerRequirement(findings)).toEqual([broke('a', 'why')]);
    }
  });

  it('keeps the first of what is broken', () => {
    expect(worstPerRequirement([broke('a', 'first'), broke('a', 'second')])).toEqual([broke('a', 'first')]);
  });

  it('keeps requirements apart, in the order of their first appearance', () => {
    const worst = worstPerRequirement([holds('b'), holds('a'), broke('b', 'why'), holds('c')]);
    expect(worst).toEqual([broke('b', 'why'), holds('a'), holds('c')]);
  });

  it('finds nothing in nothing', () => {
    expect(worstPerRequirement([])).toEqual([]);
  });
});

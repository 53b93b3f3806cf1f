import { describe, expect, it } from 'vitest';
import { standardRules } from '../scheduling/scheduling-rules.js';
import { fault, rulesWith } from './fault.js';
import { FAULTS, faultById } from './fault-list.js';

describe('a fault', () => {
  it('replaces one rule and leaves the sound rules alone', () => {
    const broken = fault({
      id: 'nobody-replies',
      summary: 'Sends every REPLY to nobody.',
      rule: 'replyRecipient',
      requirement: '2446/3.2.3/reply-reaches-organizer',
      replacement: () => '',
    });
    const rules = rulesWith(broken);
    const names = Object.keys(standardRules) as (keyof typeof standardRules)[];
    expect(names.filter((name) => rules[name] !== standardRules[name])).toEqual(['replyRecipient']);
    expect(rules.replyRecipient('mailto:anna@example.com', [])).toBe('');
    expect(standardRules.replyRecipient('mailto:anna@example.com', [])).toBe('mailto:anna@example.com');
  });
});

describe('the seeded faults', () => {
  it('are found by their id', () => {
    for (const seeded of FAULTS) expect(faultById(seeded.id)).toBe(seeded);
    expect(faultById('no-such-fault')).toBeUndefined();
  });

  it('replace rules that there are, each by another one', () => {
    const idle = FAULTS.filter(
      ({ rule, replacement }) =>
        typeof standardRules[rule] !== 'function' || replacement === standardRules[rule],
    );
    expect(idle).toEqual([]);
  });

  it('say in a sentence what is done wrong', () => {
    expect(FAULTS.filter(({ summary }) => !/^[A-Z].+\.$/.test(summary))).toEqual([]);
  });

  it('with an opposite come in pairs', () => {
    const lonely = FAULTS.filter(
      ({ id, opposite }) => opposite !== undefined && faultById(opposite)?.opposite !== id,
    );
    expect(lonely.map(({ id }) => id)).toEqual([]);
  });
});

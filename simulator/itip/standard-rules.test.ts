import { describe, expect, it } from 'vitest';
import { sampleEvent } from '../testing/sample-event.js';
import { STANDARD_POLICIES } from './policies.js';
import { observedRules, rulesFor, standardRules } from './standard-rules.js';

describe('the rules of an RFC', () => {
  it('are the standard ones without any choice', () => {
    expect(Object.keys(rulesFor())).toEqual(Object.keys(standardRules));
    expect(rulesFor().instanceCancel()).toBe(STANDARD_POLICIES.instanceCancel);
  });

  it('are made once for each set of choices', () => {
    expect(rulesFor()).toBe(standardRules);
    expect(rulesFor({ instanceCancel: 'exdate' })).toBe(rulesFor({ instanceCancel: 'exdate' }));
    expect(rulesFor({}, 'rfc2446')).not.toBe(standardRules);
  });

  it('follow each choice', () => {
    expect(rulesFor({ instanceCancel: 'exdate' }).instanceCancel()).toBe('exdate');
    expect(rulesFor({ cancelledInstance: 'exdate' }).cancelledInstance()).toBe('exdate');
    expect(rulesFor({ cancelledInstance: 'status' }).cancelledInstance()).toBe('status');
    expect(rulesFor({ overridesOnReschedule: 'keep' }).keepsOwnOverride(true, false)).toBe(true);
    expect(rulesFor({ overridesOnReschedule: 'drop' }).keepsOwnOverride(true, false)).toBe(false);
  });

  it('differ between the two', () => {
    const [former, present] = [rulesFor({}, 'rfc2446'), rulesFor({}, 'rfc5546')];
    expect([former.revisionKey('x'), present.revisionKey('x')]).toEqual(['', 'x']);
    expect([former, present].map((rules) => rules.takesRange('THISANDPRIOR'))).toEqual([true, false]);
    expect([former, present].map((rules) => rules.takesRange('THISANDFUTURE'))).toEqual([true, true]);
    expect([former, present].map((rules) => rules.sequenceCountedFrom(1, 4, false))).toEqual([4, 1]);
    const several = sampleEvent({
      lines: ['RECURRENCE-ID:20300304T100000Z', 'RECURRENCE-ID:20300305T100000Z'],
    });
    expect([former, present].map((rules) => rules.instancesNamed(several).length)).toEqual([2, 1]);
  });

  it('leave no choice that only RFC 2446 has', () => {
    expect(() => rulesFor({ movedInstance: 'new-start' })).toThrow(RangeError);
    expect(() => rulesFor({ movedInstance: 'new-start' }, 'rfc2446')).not.toThrow();
  });
});

describe('observed rules', () => {
  it('tell which are asked, also by one another', () => {
    const asked: string[] = [];
    const rules = observedRules(standardRules, (name) => asked.push(name));
    const revision = { sequence: 1, dtstamp: '' };
    expect(rules.orderRequest(revision, revision)).toBe('same');
    expect(asked).toEqual(['orderRequest', 'compareSequence']);
  });
});

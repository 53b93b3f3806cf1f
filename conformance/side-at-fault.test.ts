import { describe, expect, it } from 'vitest';
import type { BrokenRule, Side, Stage } from '../targets/target.js';
import type { Check } from './results.js';
import { withoutDoubtfulFault, withSideAtFault } from './side-at-fault.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { sampleCheck, sampleScenario } from './testing/sample-results.js';

const catalogue = sampleCatalogue([sampleRow('2446/1/rule', { party: 'attendee', duty: 'receive' })]);

function stageBlaming(side: Side | undefined, asked: BrokenRule[] = []): Stage {
  const atFault = (broken: BrokenRule) => {
    asked.push(broken);
    return side;
  };
  return { atFault } as Partial<Stage> as Stage;
}

it('is asked of the stage with who is obliged and what proves it, and only where a rule is broken', () => {
  const asked: BrokenRule[] = [];
  const checks = [sampleCheck('failed', { message: 'proof' }), sampleCheck('passed'), sampleCheck('blocked')];
  const told = withSideAtFault(checks, stageBlaming('attendee', asked), catalogue);
  expect(told.map(({ atFault }) => atFault)).toEqual(['attendee', undefined, undefined]);
  expect(asked).toEqual([{ party: 'attendee', duty: 'receive', evidence: 'proof' }]);
});

it('is not told where the stage does not know, or is one target', () => {
  const broken = [sampleCheck('warned')];
  expect(withSideAtFault(broken, stageBlaming(undefined), catalogue)).toEqual(broken);
  expect(withSideAtFault(broken, {} as Stage, catalogue)).toEqual(broken);
  expect(withSideAtFault(broken, undefined, catalogue)).toEqual(broken);
});

describe('blame of who received a message', () => {
  const rows = sampleCatalogue([
    sampleRow('2446/1/sent', { duty: 'compose', party: 'attendee', method: 'REPLY' }),
    sampleRow('2446/1/any-sent', { duty: 'transmit', party: 'attendee', method: 'any' }),
    sampleRow('2446/1/applied', { duty: 'receive', method: 'REPLY' }),
    sampleRow('2446/1/stored', { duty: 'store', method: 'any' }),
    sampleRow('2446/1/request-applied', { duty: 'receive', party: 'attendee', method: 'REQUEST' }),
  ]);
  const blamed = (requirement: string, atFault: Side) => sampleCheck('failed', { requirement, atFault });
  const applied = blamed('2446/1/applied', 'organizer');
  const stored = blamed('2446/1/stored', 'organizer');
  const request = blamed('2446/1/request-applied', 'attendee');

  function left(...checks: readonly Check[]): (Side | undefined)[] {
    const scenarios = checks.map((check, index) => sampleScenario(`scenario-${index}`, [check]));
    return withoutDoubtfulFault(scenarios, rows).flatMap((s) => s.checks.map(({ atFault }) => atFault));
  }

  it('stands where nothing is known against the sender', () => {
    expect(left(applied, stored, request)).toEqual(['organizer', 'organizer', 'attendee']);
  });

  it('is taken back where the other side sends such messages wrongly', () => {
    expect(left(applied, stored, request, blamed('2446/1/sent', 'attendee'))).toEqual([
      ...[undefined, undefined],
      ...['attendee', 'attendee'],
    ]);
    expect(left(applied, blamed('2446/1/any-sent', 'attendee'))).toEqual([undefined, 'attendee']);
  });

  it('stands where it is the own side that sends wrongly, or another method', () => {
    expect(left(applied, blamed('2446/1/sent', 'organizer'))).toEqual(['organizer', 'organizer']);
    expect(left(request, blamed('2446/1/sent', 'organizer'))).toEqual(['attendee', 'organizer']);
  });
});

import { sampleText } from '../../simulator/testing/sample-event.js';
import type { Stage, Target, TargetDescription } from '../../targets/target.js';
import { CAST, sentText } from './sample-message.js';

/** Where in a scenario something goes wrong, and with which error. */
export interface Mishap {
  readonly at: 'open' | 'act' | 'look' | 'messages' | 'close';
  readonly error: unknown;
}

/** Mishaps by the id of the scenario. */
export type Script = Readonly<Record<string, Mishap>>;

export interface FakeTarget extends Target {
  /** What was asked of it, as `VERB SCENARIO`. */
  readonly calls: readonly string[];
  /** Adds to these. */
  told(call: string): void;
}

/** A target that composes one good REQUEST per scenario and does no more, but for the mishaps of the script. */
export function fakeTarget(script: Script = {}, description: Partial<TargetDescription> = {}): FakeTarget {
  const calls: string[] = [];
  const call = <T>(at: Mishap['at'], scenario: string, value: T): Promise<T> => {
    calls.push(`${at} ${scenario}`);
    const mishap = script[scenario];
    return mishap?.at === at ? Promise.reject(mishap.error) : Promise.resolve(value);
  };
  return {
    calls,
    told: (call) => void calls.push(call),
    description: {
      ...{ name: 'fake', kind: 'fake', product: 'Fake/1', driver: 'explicit', literal: true },
      capabilities: new Set(['inbox']),
      ...description,
    },
    open: ({ scenario }, trace) => {
      trace.rule(`rule of ${scenario}`);
      return call(
        'open',
        scenario,
        fakeStage((at, value) => call(at, scenario, value)),
      );
    },
    close: () => Promise.resolve(),
  };
}

function fakeStage(call: <T>(at: Mishap['at'], value: T) => Promise<T>): Stage {
  const nothing = { calendar: [], inbox: [], outbox: [], lastSeen: [] };
  return {
    cast: CAST,
    act: () => call('act', { accepted: true }),
    drain: () => Promise.resolve([]),
    deliver: () => Promise.resolve({ outcome: 'unknown', reason: 'nothing is delivered' }),
    settle: () => Promise.resolve(true),
    observe: () => call('look', nothing),
    messages: () => call('messages', [sentText(sampleText({ method: 'REQUEST' }))]),
    advance: () => Promise.resolve(),
    close: () => call('close', undefined),
  };
}

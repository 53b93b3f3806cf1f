import { expect, it } from 'vitest';
import { sent } from '../testing/sample-message.js';
import { holds } from './finding.js';
import { checkRangeOfCancel, RANGE_OF_CANCEL } from './range-of-cancel.js';

const cancel = (line: string, method = 'CANCEL') => checkRangeOfCancel(sent({ method, lines: [line] }));

it('holds for an instance and all that follow', () => {
  const line = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20300304T100000Z';
  expect(cancel(line)).toEqual([holds(RANGE_OF_CANCEL)]);
});

it('is broken by any other range', () => {
  expect(cancel('RECURRENCE-ID;RANGE=THISANDPRIOR:20300304T100000Z')).toEqual([
    expect.objectContaining({ requirement: RANGE_OF_CANCEL, ok: false, actual: 'RANGE=THISANDPRIOR' }),
  ]);
});

it('does not concern a CANCEL without range, nor another method', () => {
  expect(cancel('RECURRENCE-ID:20300304T100000Z')).toEqual([]);
  expect(cancel('RECURRENCE-ID;RANGE=THISANDPRIOR:20300304T100000Z', 'REQUEST')).toEqual([]);
});

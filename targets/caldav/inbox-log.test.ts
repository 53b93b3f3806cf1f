import { describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import type { CalendarUser } from '../target.js';
import { InboxLog } from './inbox-log.js';

const BERT: CalendarUser = {
  ...{ id: 'bert', name: 'Bert', addresses: ['mailto:bert@example.com'], placement: 'target' },
};
const noTrace = { add: () => {}, rule: () => {} };

function entry(name: string, sequence: number) {
  return { url: `http://127.0.0.1/bert/inbox/${name}`, data: sampleText({ method: 'REQUEST', sequence }) };
}

/** Id and `mayCover` of each message. */
function told(log: InboxLog): [string, boolean | undefined][] {
  return log.messages.map(({ id, mayCover }) => [id, mayCover]);
}

describe('a message may cover others', () => {
  it('where it lies in the place of one that was seen', () => {
    const log = new InboxLog(noTrace, false);
    log.note(BERT, [entry('1.ics', 0), entry('2.ics', 0)]);
    log.note(BERT, [entry('1.ics', 1), entry('2.ics', 0)]);
    expect(told(log)).toEqual([
      ['bert:1.ics', undefined],
      ['bert:2.ics', undefined],
      ['bert:1.ics (2)', true],
    ]);
  });

  it('anywhere on a server that is known to put each in the place of the one before', () => {
    const log = new InboxLog(noTrace, true);
    log.note(BERT, [entry('1.ics', 0)]);
    expect(told(log)).toEqual([['bert:1.ics', true]]);
  });
});

it('keeps what was seen when it is gone', () => {
  const log = new InboxLog(noTrace, false);
  log.note(BERT, [entry('1.ics', 0)]);
  log.note(BERT, []);
  expect(told(log)).toHaveLength(1);
});

describe('what came by mail', () => {
  const mail = { ...entry('1.ics', 0), url: 'mail:1', sender: 'mailto:robot@example.com' };

  it('is from its sender where that is somebody known, and from whom it names elsewhere', () => {
    const log = new InboxLog(noTrace, true);
    log.note(BERT, [mail], () => true);
    log.note({ ...BERT, id: 'carla' }, [mail], () => false);
    expect(log.messages.map(({ originator, channel }) => [originator, channel])).toEqual([
      ['mailto:robot@example.com', 'mail'],
      ['mailto:anna@example.com', 'inbox'],
    ]);
  });

  it('covers nothing', () => {
    const log = new InboxLog(noTrace, true);
    log.note(BERT, [mail]);
    expect(told(log)).toEqual([['bert:1', undefined]]);
  });
});

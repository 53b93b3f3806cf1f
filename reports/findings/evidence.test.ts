import { describe, expect, it } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { sampleCheck } from '../../conformance/testing/sample-results.js';
import { meetingCopy, meetingMessage } from '../testing/sample-report.js';
import { evidenceFor } from './evidence.js';

const event = (kind: ExchangeEvent['kind'], more: Partial<ExchangeEvent>): ExchangeEvent => ({
  ...{ kind, at: 0, text: '' },
  ...more,
});
const sent = (detail: string, from = 'anna', to = 'erik'): ExchangeEvent =>
  event('composed', { from, to, detail });
const seen = (from: string, detail: string): ExchangeEvent => event('observed', { from, detail });
const stored = (from: string, body: string, status = 204): ExchangeEvent =>
  event('exchange', {
    from,
    text: `PUT ${status} /x`,
    detail: `PUT http://a/x\n\n${body}\n\nanswer ${status}`,
  });
const deleted = event('exchange', { from: 'anna', text: 'DELETE 204 /x', detail: 'DELETE http://a/x' });

const FIRST = meetingMessage('REQUEST', 0, 'NEEDS-ACTION');
const SECOND = meetingMessage('REQUEST', 1, 'NEEDS-ACTION');
const CANCEL = meetingMessage('CANCEL', 1, 'NEEDS-ACTION');
const COPY = meetingCopy(1, 'NEEDS-ACTION');

const captions = (message: string | undefined, events: readonly ExchangeEvent[]): string[] =>
  evidenceFor(sampleCheck('failed', message === undefined ? {} : { message }), events).map(
    ({ caption }) => caption,
  );

describe('the evidence', () => {
  it('of a message is the one before it, what the client did, and itself', () => {
    const events = [
      stored('anna', COPY, 201),
      sent(FIRST),
      sent(FIRST, 'anna', 'carla'),
      deleted,
      sent(CANCEL),
    ];
    expect(captions(CANCEL, events)).toEqual([
      'REQUEST from Anna to Erik',
      "Anna's client deletes it (DELETE), answered 204",
      'CANCEL from Anna to Erik',
    ]);
  });

  it('of a deletion has no text', () => {
    const [, write] = evidenceFor(sampleCheck('failed', { message: CANCEL }), [
      sent(FIRST),
      deleted,
      sent(CANCEL),
    ]);
    expect(write?.text).toBe('');
  });

  it('of a copy that mail has changed are the last two messages and the copy', () => {
    const events = [sent(SECOND, 'erik', 'bert'), sent(FIRST, 'erik', 'bert'), seen('bert', COPY)];
    expect(captions(COPY, events)).toEqual([
      'REQUEST from Erik to Bert',
      'REQUEST from Erik to Bert',
      "Bert's calendar, as it was seen last",
    ]);
  });

  it('of a calendar that a message should have changed has the message that came later', () => {
    const reply = meetingMessage('REPLY', 1, 'DECLINED');
    const events = [
      stored('anna', COPY, 201),
      seen('anna', COPY),
      stored('erik', COPY),
      sent(reply, 'erik', 'anna'),
    ];
    expect(captions(COPY, events)).toEqual([
      "Erik's client stores this (PUT), answered 204",
      'REPLY from Erik to Anna',
      "Anna's calendar, as it was seen last",
    ]);
  });

  it('is the copy, where the object of who wrote last is the same', () => {
    const events = [stored('anna', COPY), seen('bert', COPY), seen('anna', COPY)];
    expect(captions(COPY, events).at(-1)).toBe("Bert's calendar, as it was seen last");
  });

  it('of what never came is what the client wrote, and the copy of somebody else', () => {
    const events = [stored('anna', COPY, 201), seen('bert', COPY), stored('anna', COPY), seen('anna', COPY)];
    expect(captions(undefined, events)).toEqual([
      "Anna's client stores this (PUT), answered 204",
      "Bert's calendar, as it was seen last",
    ]);
    const other = COPY.replaceAll('review@', 'marker@');
    expect(captions(undefined, [seen('bert', other), stored('anna', COPY)])).toHaveLength(1);
    expect(captions(undefined, [sent(FIRST, 'erik', 'bert')])).toEqual(['REQUEST from Erik to Bert']);
    expect(captions(undefined, [])).toEqual([]);
  });

  it('of a request that failed is that request', () => {
    const failed = `PUT http://a/x\n\n${COPY}\n\nanswer 500\n\nsorry`;
    expect(captions(failed, [event('exchange', { text: 'PUT 500 /x', detail: failed })])).toEqual([
      "The client's PUT, answered 500",
    ]);
    expect(captions('From: x', [])).toEqual(['What was judged']);
  });
});

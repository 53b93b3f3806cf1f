import { describe, expect, it } from 'vitest';
import { sampleText } from '../simulator/testing/sample-event.js';
import type { BoxEntry, CalendarCopy, Observation, TraceEvent } from '../targets/target.js';
import { PlayTrace, watched } from './play-trace.js';
import { FakeStage } from './testing/fake-stage.js';

type Told = Omit<TraceEvent, 'at'>;

function traceWith(hasClock = false): { trace: PlayTrace; told: Told[] } {
  const told: Told[] = [];
  return { trace: new PlayTrace({ add: (event) => told.push(event), rule: () => {} }, hasClock), told };
}

const copy = (data: string, uid = 'u1'): CalendarCopy => ({ uid, name: `${uid}.ics`, data });
const entry = (data: string, more: Partial<BoxEntry> = {}): BoxEntry => {
  return { name: 'box.ics', uid: 'u1', data, recipients: [], ...more };
};
function seen(parts: Partial<Observation>): Observation {
  return { calendar: [], inbox: [], outbox: [], lastSeen: [], ...parts };
}

describe('virtual time', () => {
  it('stands at every event of a target that has a clock, and moves with it', () => {
    const { trace, told } = traceWith(true);
    trace.add({ kind: 'intent', from: 'anna', text: 'invite' });
    trace.advance(60);
    trace.add({ kind: 'delivered', to: 'bert', text: 'REQUEST applied' });
    expect(told.map(({ virtual }) => virtual)).toEqual(['2030-01-07T09:00:00Z', '2030-01-07T09:01:00Z']);
  });

  it('is that of the target where the target tells it', () => {
    const { trace, told } = traceWith(true);
    trace.add({ kind: 'composed', text: 'REQUEST', virtual: '2031-01-01T00:00:00Z' });
    expect(told[0]?.virtual).toBe('2031-01-01T00:00:00Z');
  });

  it('is missing where there is none', () => {
    const { trace, told } = traceWith();
    trace.advance(60);
    trace.add({ kind: 'intent', text: 'invite' });
    expect(told).toEqual([{ kind: 'intent', text: 'invite' }]);
  });
});

describe('what looks have seen', () => {
  it('is told once, again when it has changed, and when it is gone', () => {
    const { trace, told } = traceWith();
    for (const calendar of [[copy('one')], [copy('one')], [copy('two')], [], []]) {
      trace.saw('anna', seen({ calendar }));
    }
    expect(told).toEqual([
      { kind: 'observed', from: 'anna', text: 'in the calendar', detail: 'one' },
      { kind: 'observed', from: 'anna', text: 'changed in the calendar', detail: 'two' },
      { kind: 'observed', from: 'anna', text: 'gone from the calendar' },
    ]);
  });

  it('is told of each Calendar User, also where one id begins like another', () => {
    const { trace, told } = traceWith();
    trace.saw('anna', seen({ calendar: [copy('one')] }));
    trace.saw('ann', seen({ calendar: [] }));
    trace.saw('bert', seen({ calendar: [copy('one')] }));
    expect(told.map(({ from, text }) => [from, text])).toEqual([
      ['anna', 'in the calendar'],
      ['bert', 'in the calendar'],
    ]);
  });

  it('leaves out what only proves an absence, on the wire and with its arrival too', () => {
    const { trace, told } = traceWith();
    const uid = `run-${'long-'.repeat(20)}3-2@itip-conformance.invalid`;
    trace.markers.add(uid);
    const message = sampleText({ method: 'REQUEST', uid }).replace('long-long-', 'long-\r\n long-');
    trace.saw('anna', seen({ calendar: [copy('one', uid)] }));
    trace.add({ kind: 'composed', text: 'REQUEST', detail: message, messageId: 'm1' });
    trace.add({ kind: 'delivered', text: 'REQUEST in the Inbox', messageId: 'm1' });
    trace.add({ kind: 'exchange', text: `PUT 201 /anna/${encodeURIComponent(uid)}.ics` });
    expect(told).toEqual([]);
    trace.add({ kind: 'exchange', text: 'PUT 201 /anna/other.ics' });
    expect(told).toHaveLength(1);
  });

  it('has Inbox and Outbox with the state of their entries', () => {
    const { trace, told } = traceWith();
    const request = sampleText({ method: 'REQUEST', uid: 'u1' });
    trace.saw('bert', seen({ inbox: [entry(request)] }));
    const sent = { recipients: [{ address: 'mailto:erik@example.com', status: '1.1' }] };
    trace.saw('anna', seen({ outbox: [entry(request, { ...sent, state: 'unprocessed' })] }));
    trace.saw('anna', seen({ outbox: [entry(request, { ...sent, state: 'processed' })] }));
    expect(told.map(({ from, via, text }) => [from, via, text])).toEqual([
      ['bert', 'inbox', 'REQUEST in the Inbox'],
      ['anna', 'outbox', 'REQUEST in the Outbox (unprocessed, 1.1)'],
      ['anna', 'outbox', 'REQUEST changed in the Outbox (processed, 1.1)'],
    ]);
  });

  it('is named by its message where that has been told, of each Recipient their own', () => {
    const { trace, told } = traceWith();
    const request = sampleText({ method: 'REQUEST', uid: 'u1' });
    for (const [messageId, to] of [
      ['m1', 'bert'],
      ['m2', 'carla'],
    ] as const) {
      trace.add({ kind: 'composed', text: 'REQUEST', detail: request, messageId });
      trace.add({ kind: 'delivered', to, text: 'REQUEST applied', messageId });
    }
    trace.saw('carla', seen({ inbox: [entry(request, { state: 'processed' })] }));
    trace.saw('anna', seen({ outbox: [entry(request)] }));
    const own = { kind: 'observed', from: 'carla', via: 'inbox', messageId: 'm2' };
    expect(told.slice(-2)).toEqual([
      { ...own, text: 'REQUEST in the Inbox (processed)' },
      { kind: 'observed', from: 'anna', via: 'outbox', text: 'REQUEST in the Outbox', messageId: 'm1' },
    ]);
  });

  it('does not tell what the target has told as an arrival in the Inbox', () => {
    const { trace, told } = traceWith();
    const request = sampleText({ method: 'REQUEST', uid: 'u1' });
    trace.add({ kind: 'composed', text: 'REQUEST', detail: request, messageId: 'm1', via: 'inbox' });
    trace.add({ kind: 'delivered', to: 'bert', text: 'in the Inbox', messageId: 'm1', via: 'inbox' });
    trace.saw('bert', seen({ inbox: [entry(request)] }));
    expect(told).toHaveLength(2);
  });
});

it('a watched stage tells what it shows and how time passes, and is the same otherwise', async () => {
  const { trace, told } = traceWith(true);
  const stage = new FakeStage();
  stage.shows('anna', { calendar: [copy('one')] });
  const around = watched(stage, trace);
  await around.advance(60);
  expect((await around.observe('anna')).calendar).toHaveLength(1);
  stage.send('REQUEST', 'anna', 'bert');
  expect(await around.drain()).toHaveLength(1);
  expect(around.cast).toBe(stage.cast);
  const seenThen = { kind: 'observed', from: 'anna', text: 'in the calendar', detail: 'one' };
  expect(told).toEqual([{ ...seenThen, virtual: '2030-01-07T09:01:00Z' }]);
});

it('does not tell of the wire when it is over, but of messages that are found only then', () => {
  const { trace, told } = traceWith();
  trace.add({ kind: 'exchange', text: 'PUT 201 /a' });
  trace.end();
  trace.add({ kind: 'exchange', text: 'DELETE 204 /a' });
  trace.add({ kind: 'composed', text: 'CANCEL', messageId: 'm1' });
  expect(told.map(({ text }) => text)).toEqual(['PUT 201 /a', 'CANCEL']);
});

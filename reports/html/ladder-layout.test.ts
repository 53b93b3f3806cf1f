import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { heldReply, seenReply } from '../testing/sample-report.js';
import { layLadderOut } from './ladder-layout.js';
import { ROW, TOP } from './ladder-rows.js';

const rowAt = (y: number): number => (y - TOP - ROW / 2) / ROW;

describe('layLadderOut', () => {
  const layout = layLadderOut(heldReply());

  test('gives each participant a lane, in the order of appearance', () => {
    expect(layout.lanes.map(({ name }) => name)).toEqual(['Anna', 'Erik']);
    expect(layout.lanes[1]?.x).toBeGreaterThan(layout.lanes[0]?.x ?? 0);
  });

  test('a prompt message has one row; a held one goes from the row of sending to that of arrival', () => {
    const ways = layout.arrows.map(({ messageId, from, to, again }) => [
      messageId,
      from && rowAt(from.y),
      to && rowAt(to.y),
      again,
    ]);
    expect(ways).toEqual([
      ['a', 1, 1, false],
      ['a', 6, 6, true],
      ['b', 2, 5, false],
      ['c', 4, 4, false],
      ['d', 7, undefined, false],
    ]);
  });

  test('notes tell the revision, the fate and what an arrival came to; a decision is told once', () => {
    const notes = layout.rows.map(({ notes: texts }) => texts);
    expect(notes).toEqual([
      [],
      ['SEQUENCE 0 · repeated', '#1 arrives: REQUEST to the counterpart'],
      ['SEQUENCE 0, Erik ACCEPTED · held, overtaken'],
      [],
      ['SEQUENCE 1, Erik DECLINED', '#3 arrives: REPLY applied: orderReply'],
      ['#2 arrives: REPLY applied: noted'],
      ['#1 arrives: REQUEST again, to the counterpart'],
      ['SEQUENCE 2 · not delivered'],
      ['Anna: PUT 201'],
    ]);
  });

  test('intents and what else one does alone are dots on the own lane', () => {
    expect(layout.dots.map(({ event, at }) => [event.text, at.x, rowAt(at.y)])).toEqual([
      ['invite', layout.lanes[0]?.x, 0],
      ['reschedule', layout.lanes[0]?.x, 3],
      ['PUT 201', layout.lanes[0]?.x, 8],
    ]);
  });

  test('a message that nobody saw composed comes from nowhere', () => {
    const arrival: ExchangeEvent = {
      kind: 'delivered',
      at: 0,
      to: 'anna',
      text: 'REPLY applied',
      messageId: 'x',
    };
    const { arrows } = layLadderOut([arrival]);
    expect(arrows).toHaveLength(1);
    expect(arrows[0]?.from).toBeUndefined();
    expect(arrows[0]?.to).toBeDefined();
  });

  test('there may be nothing', () => {
    expect(layLadderOut([]).lanes).toEqual([]);
  });
});

describe('boxes, mail and looks', () => {
  const layout = layLadderOut(seenReply());
  const xOf = (name: string): number | undefined => layout.lanes.find((lane) => lane.name === name)?.x;

  test('boxes have lanes beside their Calendar User, the first one right, others left', () => {
    expect(layout.lanes.map(({ name, isPerson }) => [name, isPerson])).toEqual([
      ['Anna', true],
      ['Outbox', false],
      ['Inbox', false],
      ['Erik', true],
    ]);
    const inErik: ExchangeEvent = {
      kind: 'delivered',
      at: 0,
      to: 'erik',
      text: 'x',
      messageId: 'a',
      via: 'inbox',
    };
    const { lanes } = layLadderOut([...heldReply().slice(0, 2), inErik]);
    expect(lanes.map(({ name }) => name)).toEqual(['Anna', 'Inbox', 'Erik']);
  });

  test('a message ends in the Inbox where it was seen, and is marked where an Outbox has it', () => {
    const [request, reply] = layout.arrows;
    expect([request?.recordedAt, request?.to?.x]).toEqual([xOf('Outbox'), xOf('Erik')]);
    expect([reply?.recordedAt, reply?.to?.x]).toEqual([undefined, xOf('Inbox')]);
  });

  test('what was seen before a message arrived stands above it; a box is told again only when it changes', () => {
    const rows = layout.dots.map(({ event, at }) => [event.text, at.x, rowAt(at.y)]);
    expect(rows).toEqual([
      ['in the calendar', xOf('Anna'), 1],
      ['changed in the calendar', xOf('Anna'), 3],
      ['REQUEST changed in the Outbox', xOf('Outbox'), 4],
    ]);
    expect(layout.arrows.map(({ from }) => from && rowAt(from.y))).toEqual([0, 2]);
  });

  test('mail has a lane before the last whom it reaches, and messages pass it', () => {
    const events = seenReply().map((event) =>
      event.messageId === 'b' ? { ...event, via: 'mail' as const } : event,
    );
    const { lanes, arrows } = layLadderOut(events);
    expect(lanes.map(({ name }) => name)).toEqual(['Anna', 'Outbox', 'mail', 'Erik']);
    expect(arrows.map(({ mailAt }) => mailAt)).toEqual([undefined, lanes[2]?.x]);
  });
});

test('without virtual time rows tell the seconds since the beginning', () => {
  const events = seenReply().map((event, index) => ({ ...event, at: 1000 + index * 300 }));
  const { rows } = layLadderOut(events);
  expect(rows.map(({ time }) => time)).toEqual(['+0.0 s', '+0.9 s', '+0.6 s', '+1.8 s', '+2.4 s']);
});

import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { heldReply } from '../testing/sample-report.js';
import { layLadderOut, ROW, TOP } from './ladder-layout.js';

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

import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { heldReply } from '../testing/sample-report.js';
import { type LadderLinks, ladderSvg } from './ladder-svg.js';

const links: LadderLinks = {
  sourceOf: (id) => `source-${id}`,
  sourceAt: (index) => (index === 11 ? 'source-of-wire' : undefined),
  deciding: new Map([[3, 'decides']]),
};
const drawn = (events: readonly ExchangeEvent[]): string => String(ladderSvg(events, links));

describe('ladderSvg', () => {
  const svg = drawn(heldReply());

  test('every arrow leads to its source and says what it is', () => {
    const found = [...svg.matchAll(/<a class="([^"]*)" href="#([^"]*)" aria-label="([^"]*)"/g)];
    expect(found.map(([, ...parts]) => parts)).toEqual([
      ['arrow', 'source-a', 'REQUEST #1, from Anna to Erik (repeated)'],
      ['arrow decides late', 'source-b', 'REPLY #2 held, from Erik to Anna (overtaken) decides'],
      ['arrow', 'source-c', 'REPLY #3, from Erik to Anna'],
      ['arrow again', 'source-a', 'REQUEST #1 again, from Anna to Erik (repeated)'],
      ['arrow', 'source-d', 'CANCEL #4 held, from Anna to Erik (not delivered)'],
      ['spot', 'source-of-wire', 'by Anna PUT 201'],
    ]);
  });

  test('names, times, intents and notes are text', () => {
    for (const part of [
      '>Anna<',
      '>Erik<',
      '>2030-01-07<',
      '>09:01:00<',
      '>reschedule<',
      '>REPLY #2 held<',
      '>CANCEL #4 held<',
      '>#2<',
      'class="sign"',
    ])
      expect(svg).toContain(part);
    expect(svg).toContain('>REQUEST #1 again<');
  });

  test('a message to oneself is a loop', () => {
    const own: ExchangeEvent = {
      kind: 'composed',
      at: 0,
      from: 'anna',
      to: 'anna',
      text: 'REQUEST',
      messageId: 'a',
    };
    expect(drawn([own, { kind: 'delivered', at: 0, to: 'anna', text: 'REQUEST', messageId: 'a' }])).toContain(
      'h26V',
    );
  });

  test('a long note takes two lines and shows in full when it is pointed at', () => {
    const long = `${'word '.repeat(30)}end`;
    const event: ExchangeEvent = { kind: 'exchange', at: 0, from: 'anna', text: long };
    const [, first = '', second = ''] = drawn([event]).split('class="note"');
    expect(first).not.toContain('…');
    expect(second).toContain('<title>');
    expect(second).toMatch(/…<\/text>/);
  });

  test('nothing that others wrote becomes markup', () => {
    const evil = '"><script>alert(1)</script>';
    const event = (kind: ExchangeEvent['kind']): ExchangeEvent => {
      return { kind, at: 0, from: `mailto:${evil}`, to: evil, text: evil, messageId: evil, virtual: evil };
    };
    const text = drawn((['intent', 'composed', 'delivered', 'observed'] as const).map(event));
    expect(text).not.toContain('<script');
    expect(text.match(/<svg /g)).toHaveLength(1);
  });

  test('without participants there is nothing to draw', () => {
    expect(ladderSvg([], links)).toBeUndefined();
  });
});

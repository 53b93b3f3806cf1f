import { describe, expect, test } from 'vitest';
import type { ExchangeEvent } from '../../conformance/results.js';
import { heldReply, meetingMessage } from '../testing/sample-report.js';
import { sequenceDiagram } from './mermaid.js';

/** The part of Mermaid's grammar for sequence diagrams that we write. */
const TEXT = String.raw`(?:[\p{L}\p{N} .,()/+-]|#\d+;)+`;
const LINES = [
  /^sequenceDiagram$/,
  new RegExp(`^ {2}participant p\\d+ as ${TEXT}$`, 'u'),
  new RegExp(`^ {2}p\\d+(?:->>|-->>|-x)p\\d+: ${TEXT}$`, 'u'),
  new RegExp(`^ {2}Note over p\\d+: ${TEXT}$`, 'u'),
];
const ungrammatical = (lines: readonly string[]): string[] =>
  lines.filter((line) => !LINES.some((form) => form.test(line)));

describe('sequenceDiagram', () => {
  test('draws who wrote to whom, what was held, repeated or lost, and what decided', () => {
    const lines = sequenceDiagram(heldReply(), meetingMessage('REPLY', 0, 'ACCEPTED'));
    expect(lines).toEqual([
      'sequenceDiagram',
      '  participant p0 as Anna',
      '  participant p1 as Erik',
      '  Note over p0: invite',
      '  p0->>p1: #35;1 REQUEST SEQUENCE 0, repeated',
      '  Note over p1: #35;1 arrives#58; REQUEST to the counterpart',
      '  p1-->>p0: #35;2 REPLY SEQUENCE 0, Erik ACCEPTED, held, overtaken #9670; decides',
      '  Note over p0: reschedule',
      '  p1->>p0: #35;3 REPLY SEQUENCE 1, Erik DECLINED',
      '  Note over p0: #35;3 arrives#58; REPLY applied#58; orderReply',
      '  Note over p0: #35;2 arrives#58; REPLY applied#58; noted',
      '  Note over p1: #35;1 arrives#58; REQUEST again, to the counterpart',
      '  p0-xp1: #35;4 CANCEL SEQUENCE 2, not delivered',
      '  Note over p0: PUT 201',
    ]);
    expect(ungrammatical(lines)).toEqual([]);
  });

  test('nothing that others wrote breaks the diagram', () => {
    const evil = 'end; %%{init}%% <script>alert(1)</script>\nAnna->>Bert: x #quot; "';
    const event: ExchangeEvent = {
      kind: 'composed',
      at: 0,
      from: evil,
      to: 'bert',
      text: evil,
      messageId: 'a',
    };
    const lines = sequenceDiagram([event, { kind: 'observed', at: 0, from: evil, text: evil }], undefined);
    expect(ungrammatical(lines)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/\bend\b|script>|%%/i);
  });

  test('is bounded', () => {
    const event: ExchangeEvent = { kind: 'intent', at: 0, from: 'anna', text: 'x'.repeat(500) };
    const lines = sequenceDiagram(
      Array.from({ length: 50 }, () => event),
      undefined,
    );
    expect(lines).toHaveLength(1 + 1 + 40 + 1);
    expect(lines.at(-1)).toBe('  Note over p0: and 10 more');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
  });

  test('is nothing without participants', () => {
    expect(sequenceDiagram([], undefined)).toEqual([]);
  });
});

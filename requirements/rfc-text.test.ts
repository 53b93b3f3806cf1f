import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../targets/outcome-errors.js';
import { examplesIn, hasKeyword, keywordLines, readRfc, rfcText, says, within } from './rfc-text.js';

const TEXT = `Contents
   1. Journeys ......3
1. Journeys
   A traveller MUST pack.
1.1 Luggage
   A trunk may be heavy.
   BEGIN:VCALENDAR
   END:VCALENDAR
1.2.  Tickets
   It must be shown; it
   MAY be sold.
10 Homecoming
   Nothing.`;

describe('the text of an RFC', () => {
  const text = rfcText('rfc2446', TEXT);

  it('has sections with title, own text and whole text; the table of contents has none', () => {
    expect(text.sections.get('1')).toEqual({ title: 'Journeys', own: [3, 4], whole: [3, 11] });
    expect(text.sections.get('1.1')).toEqual({ title: 'Luggage', own: [5, 8], whole: [5, 8] });
    expect(text.sections.get('1.2')).toEqual({ title: 'Tickets', own: [9, 11], whole: [9, 11] });
    expect(text.sections.get('10')).toEqual({ title: 'Homecoming', own: [12, 13], whole: [12, 13] });
  });

  it('has keywords: must in any case, may only in capitals', () => {
    expect(keywordLines(text, [1, 13])).toEqual([4, 10, 11]);
    expect(['Should it', 'a muster', 'OPTIONAL', 'an optional one'].map(hasKeyword)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('has worked examples', () => {
    expect(examplesIn(text, [1, 13])).toEqual([[7, 8]]);
    expect(examplesIn(text, [1, 5])).toEqual([]);
  });

  it('has sections in a text with CRLF line ends too', () => {
    const crlf = rfcText('rfc2446', TEXT.replaceAll('\n', '\r\n'));
    expect(crlf.sections.get('1.1')).toEqual(text.sections.get('1.1'));
  });

  it('takes an example without end for one up to the end of the range', () => {
    expect(examplesIn(text, [7, 7])).toEqual([[7, 7]]);
  });

  it('is read from a folder', () => {
    const dir = mkdtempSync(join(tmpdir(), 'itip-rfc-'));
    writeFileSync(join(dir, 'rfc6638.txt'), TEXT);
    expect(readRfc(dir, 'rfc6638')).toEqual({ ...text, document: 'rfc6638' });
    rmSync(dir, { recursive: true });
  });

  it('must be there', () => {
    expect(() => readRfc(import.meta.dirname, 'rfc2446')).toThrow(UsageError);
    expect(() => readRfc(import.meta.dirname, 'rfc2446')).toThrow(/rfc2446\.txt cannot be read/);
  });
});

describe('what a range says', () => {
  it.each([
    ['MUST', 'A trunk MUST be locked.', true],
    ['MUST', 'A trunk must be locked.', true],
    ['MUST', 'A trunk musters.', false],
    ['MUST', 'A trunk MUST NOT be open.', false],
    ['MUST', 'It MUST NOT be open; it MUST be locked.', true],
    ['MUST', 'A lock is REQUIRED.', true],
    ['MUST', 'A lock SHALL be there.', true],
    ['MUST', 'A lock is required.', false],
    ['MUST NOT', 'It SHALL NOT be open.', true],
    ['MUST NOT', 'It MUST be locked.', false],
    ['MUST NOT', 'It MUST\n   NOT be open.', true],
    ['MUST NOT', '| It MUST  |\n | NOT be open. |', true],
    [
      'MUST NOT',
      'It MUST\n\n\nAnna      Standards Track      [Page 7]\n\fRFC 5546   iTIP   December 2009\n\n   NOT',
      true,
    ],
    ['SHOULD', 'It SHOULD NOT leak.', false],
    ['SHOULD', 'A lining is RECOMMENDED.', true],
    ['SHOULD', 'A lining is NOT RECOMMENDED.', false],
    ['SHOULD NOT', 'A lining is NOT RECOMMENDED.', true],
    ['MAY', 'A label may hang.', true],
    ['MAY', 'A label is OPTIONAL.', true],
    ['MAY', 'A label is optional.', false],
  ])('%s: %j: %s', (level, text, expected) => {
    const lines = text.split('\n').length;
    expect(says(rfcText('rfc5546', text), [1, lines], level)).toBe(expected);
  });

  it('looks at no line before or behind', () => {
    const text = rfcText('rfc5546', 'MUST\nnothing\nMUST');
    expect(says(text, [2, 2], 'MUST')).toBe(false);
    expect(says(text, [2, 3], 'MUST')).toBe(true);
  });
});

describe('a range of lines', () => {
  it('lies in another one only as a whole', () => {
    expect([within([3, 4], [3, 4]), within([3, 5], [3, 4]), within([2, 3], [3, 4])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { CAST, read, sent, sentText } from '../testing/sample-message.js';
import { holds, type ReadMessage } from './finding.js';
import { checkOrganizerStays, ORGANIZER_STAYS } from './organizer-stays.js';

const by = (address: string, sample: Parameters<typeof sent>[0] = {}): ReadMessage =>
  read(sentText(sent(sample).observed.data.replace('mailto:anna@example.com', address)));

it('holds when every later message names the same person', () => {
  const messages = [sent(), sent({ method: 'CANCEL' }), by('MAILTO:Anna@example.com')];
  expect(checkOrganizerStays(messages, CAST)).toEqual([holds(ORGANIZER_STAYS), holds(ORGANIZER_STAYS)]);
});

it('holds for another address of the same person', () => {
  const messages = [by('mailto:bert@example.com'), by('mailto:b.brecht@example.org')];
  expect(checkOrganizerStays(messages, CAST)).toEqual([holds(ORGANIZER_STAYS)]);
});

it('is broken when a later message names another', () => {
  for (const method of ['REQUEST', 'CANCEL']) {
    const later = by('mailto:bert@example.com', { method });
    expect(checkOrganizerStays([sent(), later], CAST)).toEqual([
      expect.objectContaining({
        ...{ requirement: ORGANIZER_STAYS, ok: false, message: later.observed.data },
        ...{ expected: 'ORGANIZER mailto:anna@example.com', actual: 'ORGANIZER mailto:bert@example.com' },
      }),
    ]);
  }
});

describe('does not concern', () => {
  it.each<[string, ReadMessage[]]>([
    ['a single message', [sent()]],
    ['two events', [sent(), by('mailto:bert@example.com', { uid: 'another@example.com' })]],
    ['a REPLY', [sent(), by('mailto:bert@example.com', { method: 'REPLY' })]],
    [
      'an event without ORGANIZER',
      [sent(), read(sentText(sent().observed.data.replace(/ORGANIZER.*\r\n/, '')))],
    ],
  ])('%s', (_what, messages) => {
    expect(checkOrganizerStays(messages, CAST)).toEqual([]);
  });
});

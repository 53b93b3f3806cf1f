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

describe('an Attendee who takes over', () => {
  const bert = 'mailto:bert@example.com';
  const carla = 'mailto:carla@example.com';
  const tookOver = (sample: Parameters<typeof sent>[0] = {}, originator = bert, organizer = bert) => {
    const text = sent({ sequence: 1, ...sample }).observed.data.replace('mailto:anna@example.com', organizer);
    return read(sentText(text, { originator, recipient: carla }));
  };
  const oks = (...messages: ReadMessage[]) => checkOrganizerStays(messages, CAST).map(({ ok }) => ok);

  it('is the Organizer from then on', () => {
    expect(oks(sent(), tookOver(), tookOver({ sequence: 2 }))).toEqual([true, true]);
    expect(oks(sent(), tookOver({}, bert, 'mailto:b.brecht@example.org'))).toEqual([true]);
  });

  it('ends the time of the former one', () => {
    expect(oks(sent(), tookOver(), sent({ sequence: 2 }))).toEqual([true, false]);
  });

  it('needs a greater SEQUENCE', () => {
    expect(oks(sent(), tookOver({ sequence: 0 }))).toEqual([false]);
    expect(oks(sent(), sent({ sequence: 1 }), tookOver())).toEqual([true, false]);
  });

  it('sends the message itself', () => {
    expect(oks(sent(), tookOver({}, 'mailto:anna@example.com'))).toEqual([false]);
  });

  it('was an Attendee before', () => {
    const stranger = 'mailto:scheduling@service.invalid';
    expect(oks(sent(), tookOver({}, stranger, stranger))).toEqual([false]);
  });

  it('may be seen in an Inbox before what the former Organizer sent', () => {
    const former = sent({}, { channel: 'inbox' });
    expect(oks(tookOver(), former)).toEqual([true]);
    expect(oks(tookOver(), sent())).toEqual([false]);
  });
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

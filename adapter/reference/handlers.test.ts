import { describe, expect, test } from 'vitest';
import type { MethodName, Params, Result } from '../protocol.js';
import { serve } from '../serve.js';
import { referenceHandlers } from './handlers.js';

/** Calls, one after the other, as they come over the wire. */
type Call = readonly [MethodName, object];

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

async function answersTo(calls: readonly Call[]): Promise<Answer[]> {
  async function* lines(): AsyncGenerator<string> {
    for (const [id, [method, params]] of calls.entries()) {
      yield `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
    }
  }
  const answers: Answer[] = [];
  const fail = (error: unknown): never => {
    throw error;
  };
  await serve(lines(), (line) => answers.push(JSON.parse(line)), referenceHandlers('1.0.0'), fail);
  return answers;
}

const initialize = (delivery: 'auto' | 'manual'): Call => [
  'initialize',
  { protocol: 1, profile: 'rfc5546', delivery } satisfies Params<'initialize'>,
];
const RESET: Call = [
  'reset',
  {
    now: '2030-01-07T09:00:00Z',
    users: ['anna', 'bert', 'carla'].map((id) => ({ id, name: id, addresses: [`mailto:${id}@example.com`] })),
  },
];

/** An object as test objects are: LF line ends, no PRODID, addresses in capitals, nothing more than needed. */
const minimal = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:u1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\n',
  );
const EVENT = minimal(
  'DTSTART:20300304T100000Z',
  'ORGANIZER:MAILTO:ANNA@EXAMPLE.COM',
  'ATTENDEE:MAILTO:BERT@EXAMPLE.COM',
  'ATTENDEE:MAILTO:CARLA@EXAMPLE.COM',
);
const PUT: Call = ['calendar/put', { user: 'anna', name: 'u1.ics', data: EVENT }];

const reply = (attendee: string, partstat: string, dtstamp: string): Call => [
  'message/deliver',
  {
    originator: `mailto:${attendee}@example.com`,
    recipient: 'mailto:anna@example.com',
    data: minimal(
      `DTSTAMP:${dtstamp}`,
      'SEQUENCE:0',
      'ORGANIZER:mailto:anna@example.com',
      `ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}@example.com`,
    ).replace('VERSION:2.0', 'VERSION:2.0\nMETHOD:REPLY'),
  },
];

describe('the reference behind the adapter protocol', () => {
  test('an invitation, two answers in the wrong order, and a cancellation', async () => {
    const answers = await answersTo([
      initialize('manual'),
      RESET,
      PUT,
      ['messages/drain', {}],
      reply('bert', 'DECLINED', '20300107T091000Z'),
      reply('bert', 'ACCEPTED', '20300107T090500Z'),
      ['calendar/list', { user: 'anna' }],
      ['calendar/delete', { user: 'anna', name: 'u1.ics' }],
      ['messages/drain', {}],
    ]);
    const results = answers.map(({ result }) => result);
    expect(results[2]).toMatchObject({ accepted: true });
    const sent = (results[3] as Result<'messages/drain'>).messages;
    expect(sent.map(({ recipient }) => recipient.toLowerCase())).toEqual([
      'mailto:bert@example.com',
      'mailto:carla@example.com',
    ]);
    expect(sent[0]?.data).toContain('METHOD:REQUEST');
    expect(results[4]).toMatchObject({ outcome: 'applied' });
    expect(results[5]).toMatchObject({ outcome: 'ignored' });
    const [stored] = (results[6] as Result<'calendar/list'>).objects;
    expect(stored?.data).toMatch(/ATTENDEE;[^:]*PARTSTAT=DECLINED[^:]*:MAILTO:BERT@EXAMPLE\.COM/);
    const cancelled = (results[8] as Result<'messages/drain'>).messages;
    expect(cancelled.map(({ data }) => data.includes('METHOD:CANCEL'))).toEqual([true, true]);
  });

  test('with automatic delivery messages arrive at once, and are told all the same', async () => {
    const answers = await answersTo([
      initialize('auto'),
      RESET,
      PUT,
      ['calendar/list', { user: 'bert' }],
      ['inbox/list', { user: 'bert' }],
      ['messages/drain', {}],
    ]);
    expect(answers[3]?.result).toMatchObject({ objects: [{ name: 'u1.ics' }] });
    expect(answers[4]?.result).toMatchObject({ items: [{ state: 'processed' }] });
    expect(answers[5]?.result).toMatchObject({ messages: [{}, {}] });
  });

  test('an Attendee answers by an edit of the own copy, and may change nothing else', async () => {
    const answers = await answersTo([
      initialize('auto'),
      RESET,
      PUT,
      [
        'calendar/put',
        {
          user: 'bert',
          name: 'u1.ics',
          data: EVENT.replace('ATTENDEE:MAILTO:BERT', 'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:BERT'),
        },
      ],
      ['calendar/put', { user: 'carla', name: 'u1.ics', data: EVENT.replace('T100000Z', 'T110000Z') }],
      ['messages/drain', {}],
    ]);
    expect(answers[3]?.result).toMatchObject({ accepted: true });
    const precondition = 'allowed-attendee-scheduling-object-change';
    expect(answers[4]?.result).toMatchObject({ accepted: false, error: { code: '403', precondition } });
    const sent = JSON.stringify(answers[5]?.result);
    expect(sent.split('METHOD:REPLY')).toHaveLength(2);
  });

  test.each([
    ['before reset', [initialize('manual'), PUT], 'call reset first'],
    [
      'another version',
      [['initialize', { protocol: 7, profile: 'rfc5546', delivery: 'auto' }]],
      'version 7 is not spoken',
    ],
    [
      'a clock that goes back',
      [initialize('auto'), RESET, ['clock/set', { now: '2029-01-01T00:00:00Z' }]],
      'it is 2030-01-07T09:00:00Z already',
    ],
    [
      'what is no iCalendar',
      [initialize('auto'), RESET, ['calendar/put', { user: 'anna', name: 'x', data: 'x' }]],
      'data: ',
    ],
    [
      'an intent without what it needs',
      [initialize('auto'), RESET, ['act', { user: 'anna', intent: 'forward', uid: 'u1' }]],
      'act: args: to: ',
    ],
    [
      'an unknown intent',
      [initialize('auto'), RESET, ['act', { user: 'anna', intent: 'counter', uid: 'u1' }]],
      'no intent is called counter',
    ],
  ] as [string, Call[], string][])('refuses %s, and says so', async (_what, calls, text) => {
    expect((await answersTo(calls)).at(-1)?.error?.message).toContain(text);
  });

  test.each([
    [
      'METHOD in a calendar',
      EVENT.replace('VERSION:2.0', 'VERSION:2.0\nMETHOD:REQUEST'),
      'valid-calendar-object-resource',
    ],
    ['no UID', EVENT.replace('UID:u1\n', ''), 'valid-calendar-object-resource'],
  ])('an object with %s is not taken', async (_what, data, precondition) => {
    const calls: Call[] = [
      initialize('auto'),
      RESET,
      ['calendar/put', { user: 'anna', name: 'x.ics', data }],
    ];
    expect((await answersTo(calls)).at(-1)?.result).toMatchObject({
      accepted: false,
      error: { precondition },
    });
  });
});

import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { JCalComponent } from '../../icalendar/jcal.js';
import { decodeImip, onlyBody } from './decode.js';
import { encodeImip, type ImipDraft } from './encode.js';
import { ImipRefused } from './imip-refused.js';

const TEXT = calendarText('Review');

function calendarText(summary: string, method = 'REQUEST'): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:review@example.com',
    'DTSTAMP:20300304T100000Z',
    'DTSTART;TZID=Europe/Berlin:20300305T100000',
    `SUMMARY:${summary}`,
    'LOCATION:Room 5',
    'ORGANIZER:mailto:anna@example.com',
    'ATTENDEE:mailto:bert@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function draft(changes: Partial<ImipDraft> = {}): ImipDraft {
  return {
    originator: 'mailto:anna@example.com',
    recipient: 'mailto:bert@example.com',
    calendar: TEXT,
    messageId: '<1@example.com>',
    date: '2030-03-04T10:00:00Z',
    ...changes,
  };
}

/** A mail with these lines, CRLF between them. */
function mail(...lines: readonly string[]): string {
  return ['From: anna@example.com', 'To: bert@example.com', 'MIME-Version: 1.0', ...lines].join('\r\n');
}

function part(type: string, text = TEXT): string[] {
  return [`Content-Type: ${type}`, '', text];
}

async function refusal(raw: Buffer | string): Promise<string> {
  const error = await decodeImip(raw)
    .then(onlyBody)
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ImipRefused);
  return (error as ImipRefused).reason;
}

describe('a scheduling message as e-mail', () => {
  it('has the header lines of RFC 6047 and an alternative for people', async () => {
    const raw = await encodeImip(draft());
    const text = raw.toString('latin1');
    expect(text).toContain('From: anna@example.com\r\nTo: bert@example.com\r\nSubject: REQUEST: Review\r\n');
    expect(text).toContain('Message-ID: <1@example.com>\r\nDate: Mon, 04 Mar 2030 10:00:00 +0000\r\n');
    expect(text).toMatch(/^MIME-Version: 1\.0\r$/m);
    expect(text).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(text.replaceAll('\r\n ', ' ')).toContain(
      'Content-Type: text/calendar; method=REQUEST; charset=UTF-8; component=VEVENT\r\n',
    );
    expect(text.match(/^Content-Transfer-Encoding: quoted-printable\r$/gm)).toHaveLength(2);
    const { text: words } = await simpleParser(raw);
    expect(words).toBe(
      [
        'Scheduling message: REQUEST',
        'Summary: Review',
        'Start: 2030-03-05T10:00:00 (Europe/Berlin)',
        'Location: Room 5',
        'Organizer: mailto:anna@example.com',
        '',
      ].join('\n'),
    );
  });

  it('comes out as it went in', async () => {
    const { bodies, ...rest } = await decodeImip(
      await encodeImip(
        draft({ sender: 'mailto:sven@example.com', names: { 'mailto:anna@example.com': 'Анна, "A" ✉' } }),
      ),
    );
    expect(rest).toMatchObject({
      from: 'mailto:anna@example.com',
      to: ['mailto:bert@example.com'],
      sender: 'mailto:sven@example.com',
      subject: 'REQUEST: Review',
      messageId: '<1@example.com>',
    });
    expect(bodies).toMatchObject([{ method: 'REQUEST', component: 'VEVENT', text: TEXT }]);
  });

  it('is the same for the same draft, and its boundary another for another', async () => {
    const boundary = async (changes: Partial<ImipDraft>) =>
      /boundary="?([^"\s]+)/.exec((await encodeImip(draft(changes))).toString())?.[1];
    expect(await encodeImip(draft())).toEqual(await encodeImip(draft()));
    expect(await boundary({})).toMatch(/^imip-\w+-Part_1$/);
    expect(await boundary({})).not.toBe(await boundary({ messageId: '<2@example.com>' }));
    expect(await boundary({})).not.toBe(await boundary({ calendar: calendarText('Other') }));
  });

  it('is written from jCal too', async () => {
    const calendar: JCalComponent = [
      'vcalendar',
      [['method', {}, 'text', 'CANCEL']],
      [
        ['vtimezone', [], []],
        ['vtodo', [['summary', {}, 'text', 'Größe']], []],
      ],
    ];
    const body = onlyBody(await decodeImip(await encodeImip(draft({ calendar }))));
    expect(body).toMatchObject({ method: 'CANCEL', component: 'VTODO', calendar });
  });

  it('says method, component and subject that are given', async () => {
    const raw = await encodeImip(
      draft({ calendar: 'not iCalendar', method: 'reply', component: 'VTODO', summary: 'Hello' }),
    );
    const { subject, attachments } = await simpleParser(raw);
    expect(subject).toBe('Hello');
    expect(attachments[0]?.headers.get('content-type')).toMatchObject({
      params: { method: 'REPLY', component: 'VTODO' },
    });
  });

  it.each([
    ['no-method', { calendar: TEXT.replace('METHOD:REQUEST\r\n', '') }],
    ['no-method', { calendar: 'not iCalendar' }],
    ['unreadable', { method: 'REQUEST; x="' }],
    ['unreadable', { component: 'VEVENT\r\nBcc: otto@example.com' }],
    ['no-mail-address', { recipient: 'https://example.com/principals/bert' }],
    ['no-mail-address', { originator: 'mailto:anna%40example.com%0D%0ABcc:otto@example.com' }],
  ] as const)('is refused as %s: %j', async (reason, changes) => {
    await expect(encodeImip(draft(changes))).rejects.toMatchObject({ name: 'ImipRefused', reason });
  });

  it.each([
    [{ messageId: '' }],
    [{ messageId: '<1@example.com>\r\nBcc: otto@example.com' }],
    [{ date: 'yesterday' }],
  ])('needs a Message-ID and a date: %j', async (changes) => {
    await expect(encodeImip(draft(changes))).rejects.toThrow(RangeError);
  });
});

describe('strangers, who write SUMMARY and names,', () => {
  const HEADERS = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'];

  it.each([
    'x\r\nBcc: otto@example.com',
    'x\n\nBody',
    'x\u0000\u001b[31m',
    '=?UTF-8?Q?=0D=0ABcc:x?=',
    '\u202egpj',
  ])('cannot write other header lines: %j', async (hostile) => {
    const raw = await encodeImip(draft({ summary: hostile, names: { 'mailto:anna@example.com': hostile } }));
    const { headerLines, subject, from } = await simpleParser(raw);
    expect(headerLines.map(({ key }) => key)).toEqual(HEADERS);
    expect(`${subject}${from?.value[0]?.name}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(from?.value).toHaveLength(1);
  });

  it('lose nothing, and break nothing, whatever it is', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, async (summary, name) => {
        const calendar: JCalComponent = [
          'vcalendar',
          [['method', {}, 'text', 'REQUEST']],
          [['vevent', [['summary', {}, 'text', summary.replace(/\p{Cc}/gu, '')]], []]],
        ];
        const raw = await encodeImip(draft({ calendar, names: { 'mailto:anna@example.com': name } }));
        expect(raw.toString('latin1')).toMatch(/^(?:[\x20-\x7e]{0,998}\r\n)*$/);
        const decoded = await decodeImip(raw);
        expect(decoded).toMatchObject({ from: 'mailto:anna@example.com', to: ['mailto:bert@example.com'] });
        expect(onlyBody(decoded).calendar).toEqual(calendar);
        expect((await simpleParser(raw)).headerLines.map(({ key }) => key)).toEqual(HEADERS);
      }),
    );
  });
});

describe('an e-mail as scheduling message', () => {
  it('is taken from any depth of multipart, and from a mail without any', async () => {
    const alone = mail(...part('text/calendar; method=request'));
    const deep = mail(
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      ...part('text/plain', 'Hello'),
      '--b',
      ...part('Text/Calendar; CHARSET=utf-8; METHOD="REQUEST"; component=vevent'),
      '--b--',
      '--a',
      ...part('application/ics; name=other.ics', calendarText('Other')),
      '--a--',
    );
    expect(onlyBody(await decodeImip(alone))).toMatchObject({ method: 'REQUEST', text: TEXT });
    const { bodies, text } = await decodeImip(deep);
    expect(bodies).toMatchObject([{ method: 'REQUEST', component: 'VEVENT' }]);
    expect(text).toContain('Hello');
  });

  it('is told by its type, not by the name of its file (RFC 6047 section 2.6)', async () => {
    const named = mail(
      'Content-Disposition: attachment; filename=harmless.txt',
      ...part('text/calendar; method=REQUEST'),
    );
    expect(onlyBody(await decodeImip(named)).method).toBe('REQUEST');
    expect(
      await refusal(mail('Content-Disposition: attachment; filename=a.ics', ...part('text/plain'))),
    ).toBe('no-calendar');
  });

  it('may be several, each of them once', async () => {
    const both = mail(
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      ...part('text/calendar; method=REQUEST'),
      '--a',
      ...part('text/calendar; method=REQUEST'),
      '--a',
      ...part('text/calendar; method=CANCEL', calendarText('Review', 'CANCEL')),
      '--a--',
    );
    const { bodies } = await decodeImip(both);
    expect(bodies.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
    expect(await refusal(both)).toBe('several-calendars');
  });

  it('is not what an attached mail says', async () => {
    const forwarded = mail(
      'Content-Type: message/rfc822',
      '',
      mail(...part('text/calendar; method=REQUEST')),
    );
    expect(await refusal(forwarded)).toBe('no-calendar');
  });

  it.each([
    ['no-calendar', mail('Content-Type: text/plain', '', TEXT)],
    ['no-method', mail(...part('text/calendar'))],
    ['method-differs', mail(...part('text/calendar; method=CANCEL'))],
    [
      'method-differs',
      mail(...part('text/calendar; method=REQUEST', TEXT.replace('METHOD:REQUEST\r\n', ''))),
    ],
    ['unreadable', mail(...part('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR'))],
    ['unreadable', mail(...part('text/calendar; method=REQUEST; charset=x-unknown'))],
    [
      'unreadable',
      Buffer.from(mail(...part('text/calendar; method=REQUEST', calendarText('\xff'))), 'latin1'),
    ],
    ['unreadable', ''],
    ['too-large', Buffer.alloc(16 * 1024 * 1024 + 1, 'a')],
    ['too-large', mail(`X-Long: ${'a'.repeat(70_000)}`, ...part('text/calendar; method=REQUEST'))],
    ['too-large', mail(...nested(60), ...part('text/calendar; method=REQUEST'))],
  ])('is refused as %s', async (reason, raw) => {
    expect(await refusal(raw)).toBe(reason);
  });

  it('is refused with a reason or read, whatever it is', async () => {
    const sample = (await encodeImip(draft())).toString('latin1');
    const damaged = fc
      .tuple(fc.nat(sample.length), fc.nat(80), fc.string({ unit: 'binary', maxLength: 80 }))
      .map(([at, length, put]) => sample.slice(0, at) + put + sample.slice(at + length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.string({ maxLength: 500 })), async (raw) => {
        const result = await decodeImip(raw).catch((error: unknown) => error);
        if (!('bodies' in (result as object))) expect(result).toBeInstanceOf(ImipRefused);
      }),
    );
  });
});

/** Parts in parts; the innermost is left open. */
function nested(depth: number): string[] {
  return Array.from({ length: depth }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
    `--b${level}`,
  ]).flat();
}

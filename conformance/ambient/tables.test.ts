import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { tablesUnder } from '../../requirements/catalogue.js';
import { loadCatalogue } from '../../requirements/read-catalogue.js';
import type { RestrictionTable } from '../../requirements/restriction-table.js';
import type { Profile } from '../../requirements/row.js';
import { BERLIN, sampleText } from '../../simulator/testing/sample-event.js';
import { PACKAGE_ROOT } from '../package-root.js';
import { read, sentText } from '../testing/sample-message.js';
import { CALENDAR_TABLE, checkTables, lintMessage } from './tables.js';

/** The tables of the catalogue, tried on messages whose faults are worked out by hand from RFC 2446 section 3. */

const tables = new Map<Profile, RestrictionTable[]>();
beforeAll(() => {
  const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
  for (const profile of ['rfc5546', 'rfc2446'] as const) tables.set(profile, tablesUnder(catalogue, profile));
});

const [REQUEST, REPLY, CANCEL] = [
  '2446/3.2.2/request-table',
  '2446/3.2.3/reply-table',
  '2446/3.2.5/cancel-table',
];
const [ZONE, ALARM] = ['2446/3.1/timezone-table', '2446/3.1/alarm-table'];

/** Whether each table that a message comes under holds. */
function judged(data: string, profile: Profile = 'rfc5546'): Record<string, boolean> {
  const findings = checkTables(read(sentText(data)), tables.get(profile) ?? []);
  return Object.fromEntries(findings.map(({ requirement, ok }) => [requirement, ok]));
}

const text = (method: string, ...lines: readonly string[]): string => sampleText({ method, lines });
const request = text('REQUEST');

describe('a message as it should be', () => {
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:soon', 'TRIGGER:-PT5M', 'END:VALARM'];

  test.each<[string, string, string[]]>([
    ['REQUEST', request, [REQUEST]],
    ['REPLY', text('REPLY'), [REPLY]],
    ['CANCEL', text('CANCEL'), [CANCEL]],
    ['COUNTER, which has no table so far', text('COUNTER'), []],
    ['REQUEST with a zone', sampleText({ method: 'REQUEST', before: BERLIN }), [REQUEST, ZONE]],
    ['REQUEST with an alarm', text('REQUEST', ...alarm), [REQUEST, ALARM]],
  ])('comes under the tables of its method and components: %s', (_what, data, requirements) => {
    const all = [CALENDAR_TABLE, ...requirements].map((requirement) => [requirement, true]);
    for (const profile of ['rfc5546', 'rfc2446'] as const) {
      expect(judged(data, profile)).toEqual(Object.fromEntries(all));
    }
  });

  it('has properties that the tables do not list', () => {
    expect(judged(text('REQUEST', 'COLOR:red', 'X-MINE:1'))[REQUEST]).toBe(true);
  });
});

describe('a message that breaks its table', () => {
  const without = (method: string, name: string): string =>
    text(method).replace(new RegExp(`${name}[:;].*\r\n`), '');
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'END:VALARM'];

  test.each<[string, string, string]>([
    ['REQUEST without ATTENDEE', without('REQUEST', 'ATTENDEE'), REQUEST],
    ['REQUEST without SUMMARY', without('REQUEST', 'SUMMARY'), REQUEST],
    ['REQUEST without DTSTART', without('REQUEST', 'DTSTART'), REQUEST],
    ['REQUEST without UID', without('REQUEST', 'UID'), REQUEST],
    ['REQUEST with DTEND and DURATION', text('REQUEST', 'DURATION:PT1H'), REQUEST],
    ['REQUEST without event', request.replace(/BEGIN:VEVENT.*END:VEVENT\r\n/s, ''), REQUEST],
    [
      'REQUEST with a to-do beside',
      request.replace('BEGIN:VEVENT', 'BEGIN:VTODO\r\nEND:VTODO\r\nBEGIN:VEVENT'),
      REQUEST,
    ],
    ['REQUEST with METHOD twice', request.replace('METHOD:', 'METHOD:REQUEST\r\nMETHOD:'), REQUEST],
    ['REPLY with an alarm', text('REPLY', ...alarm), REPLY],
    ['REPLY with two ATTENDEEs', text('REPLY', 'ATTENDEE:mailto:carla@example.com'), REPLY],
    ['REPLY without ORGANIZER', without('REPLY', 'ORGANIZER'), REPLY],
    ['CANCEL without SEQUENCE', without('CANCEL', 'SEQUENCE'), CANCEL],
    ['CANCEL with REQUEST-STATUS', text('CANCEL', 'REQUEST-STATUS:2.0;Success'), CANCEL],
    ['no PRODID', request.replace(/PRODID.*\r\n/, ''), CALENDAR_TABLE],
    ['another VERSION', request.replace('VERSION:2.0', 'VERSION:1.0'), CALENDAR_TABLE],
    ['no METHOD', sampleText(), CALENDAR_TABLE],
    [
      'a zone without TZID',
      request.replace('BEGIN:VEVENT', 'BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT'),
      ZONE,
    ],
    ['an alarm without TRIGGER', text('REQUEST', ...alarm.filter((line) => !line.startsWith('TR'))), ALARM],
  ])('%s', (_what, data, requirement) => {
    expect(Object.entries(judged(data)).filter(([, ok]) => !ok)).toEqual([[requirement, false]]);
  });

  it('tells all that is wrong, and the message', () => {
    const data = without('REQUEST', 'SUMMARY').replace('END:VEVENT', 'DURATION:PT1H\r\nEND:VEVENT');
    const finding = checkTables(read(sentText(data)), tables.get('rfc5546') ?? []).find(({ ok }) => !ok);
    expect(finding).toEqual({
      ...{ requirement: REQUEST, ok: false, message: data },
      reason: 'the message breaks its restriction table',
      expected: 'exactly one SUMMARY in VEVENT; DTEND without DURATION; DURATION without DTEND',
      actual: 'none; both; both',
    });
  });

  it('may be right under the other RFC', () => {
    const status = text('REQUEST', 'REQUEST-STATUS:2.0;Success');
    expect([judged(status)[REQUEST], judged(status, 'rfc2446')[REQUEST]]).toEqual([false, true]);
    const comments = text('REQUEST', 'COMMENT:one', 'COMMENT:two');
    expect([judged(comments)[REQUEST], judged(comments, 'rfc2446')[REQUEST]]).toEqual([true, false]);
  });
});

it('a message of other components comes under no table of events', () => {
  const todo = request.replaceAll('VEVENT', 'VTODO');
  expect(judged(todo)).toEqual({ [CALENDAR_TABLE]: true });
});

describe('the lint of our own messages', () => {
  const lint = (data: string) => lintMessage(data, tables.get('rfc5546') ?? []);

  it('finds nothing in a good one', () => {
    expect(lint(request)).toEqual([]);
  });

  it('says in a sentence each what is wrong', () => {
    expect(lint(request.replace(/SUMMARY.*\r\n/, '').replace(/PRODID.*\r\n/, ''))).toEqual([
      `${CALENDAR_TABLE}: expected exactly one PRODID in VCALENDAR, found none`,
      `${REQUEST}: expected exactly one SUMMARY in VEVENT, found none`,
    ]);
    expect(lint('BEGIN:VEVENT')).toEqual([expect.stringMatching(/^2446\/3\.1\/calendar-table: ./)]);
  });
});

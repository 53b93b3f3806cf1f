import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Catalogue, tablesUnder } from '../../requirements/catalogue.js';
import { loadCatalogue } from '../../requirements/read-catalogue.js';
import type { RestrictionTable } from '../../requirements/restriction-table.js';
import { BERLIN, type Sample, sampleText } from '../../simulator/testing/sample-event.js';
import { SCHEDULE_TAG_ROW } from '../../targets/caldav/capability-probe.js';
import { performedBy } from '../../targets/duties.js';
import type { ObservedMessage } from '../../targets/target.js';
import { PACKAGE_ROOT } from '../package-root.js';
import { CAST, sentText } from '../testing/sample-message.js';
import { runAmbientChecks } from './ambient-checks.js';
import { DTSTAMP_IN_UTC } from './dtstamp-in-utc.js';
import { ATTENDEE_METHODS, ORGANIZER_METHODS } from './method-of-sender.js';
import { ADDRESSES_ARE_MAILTO, CHARSET_IS_UTF_8, METHOD_PARAMETER } from './mime-part.js';
import { ONE_COMPONENT_TYPE } from './one-component-type.js';
import { DTSTAMP_NEVER_FALLS, SEQUENCE_NEVER_FALLS } from './organizer-order.js';
import { ORGANIZER_STAYS } from './organizer-stays.js';
import { RANGE_OF_CANCEL } from './range-of-cancel.js';
import { REPLY_NAMES_ITS_ATTENDEE } from './reply-attendee.js';
import { NO_SCHEDULE_PARAMETERS } from './schedule-parameters.js';
import { CALENDAR_TABLE } from './tables.js';
import { TIMEZONE_FOR_EVERY_TZID } from './timezone-for-every-tzid.js';

let catalogue: Catalogue;
let tables: readonly RestrictionTable[];
beforeAll(() => {
  catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
  tables = tablesUnder(catalogue, 'rfc5546');
});

const REQUEST_TABLE = '2446/3.2.2/request-table';
const ALWAYS = [CALENDAR_TABLE, REQUEST_TABLE, DTSTAMP_IN_UTC, NO_SCHEDULE_PARAMETERS].concat([
  ORGANIZER_METHODS,
  ONE_COMPONENT_TYPE,
]);

function verdicts(...messages: readonly ObservedMessage[]): Record<string, boolean> {
  const findings = runAmbientChecks({ messages, cast: CAST, driver: 'explicit', tables });
  expect(new Set(findings.map(({ requirement }) => requirement)).size).toBe(findings.length);
  return Object.fromEntries(findings.map(({ requirement, ok }) => [requirement, ok]));
}

const request = (sample: Sample = {}): ObservedMessage =>
  sentText(sampleText({ method: 'REQUEST', ...sample }));
const hold = (...requirements: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(requirements.map((requirement) => [requirement, true]));

it('nothing is found where nothing was sent', () => {
  expect(verdicts()).toEqual({});
});

it('one REQUEST comes under what needs no second one', () => {
  expect(verdicts(request())).toEqual(hold(...ALWAYS));
});

it('every check has its say', () => {
  const zoned = { before: BERLIN, dtstart: ';TZID=Europe/Berlin:20300304T110000' };
  const reply = sampleText({ method: 'REPLY', attendees: { bert: 'ACCEPTED' } });
  const answer = sentText(reply, {
    originator: 'mailto:bert@example.com',
    recipient: 'mailto:anna@example.com',
  });
  const rest = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20300311T100000Z';
  const cancelled = { lines: [rest], dtstamp: '20300107T100000Z', sequence: 1 };
  const cancel = sentText(sampleText({ method: 'CANCEL', ...cancelled }));
  expect(verdicts(request(), request(zoned), answer, cancel)).toEqual(
    hold(
      ...[...ALWAYS, '2446/3.1/timezone-table', '2446/3.2.3/reply-table', TIMEZONE_FOR_EVERY_TZID],
      ...[SEQUENCE_NEVER_FALLS, DTSTAMP_NEVER_FALLS, ORGANIZER_STAYS, REPLY_NAMES_ITS_ATTENDEE],
      ...['2446/3.2.5/cancel-table', RANGE_OF_CANCEL, ATTENDEE_METHODS],
    ),
  );
});

it('what is about a meeting that only proves an absence is not judged', () => {
  const messages = [
    request(),
    request({ uid: 'marker@example.com', lines: ['ATTENDEE;SCHEDULE-AGENT=NONE:mailto:c@example.com'] }),
  ];
  const found = runAmbientChecks({
    ...{ messages, cast: CAST, driver: 'explicit', tables },
    markers: new Set(['marker@example.com']),
  });
  expect(found).toEqual(
    runAmbientChecks({ messages: messages.slice(0, 1), cast: CAST, driver: 'explicit', tables }),
  );
});

it('one bad message among good ones decides, and only on its own rule', () => {
  const bad = request({ lines: ['ATTENDEE;SCHEDULE-AGENT=NONE:mailto:c@example.com'] });
  const found = verdicts(request(), bad, request());
  expect(Object.entries(found).flatMap(([requirement, ok]) => (ok ? [] : [requirement]))).toEqual([
    NO_SCHEDULE_PARAMETERS,
  ]);
});

describe('what cannot be read', () => {
  test.each(['', 'rubbish', 'BEGIN:VEVENT\r\nEND:VEVENT'])('%j breaks the table of VCALENDAR', (data) => {
    const messages = [sentText(data)];
    expect(runAmbientChecks({ messages, cast: CAST, driver: 'explicit', tables })).toEqual([
      expect.objectContaining({ requirement: CALENDAR_TABLE, ok: false, message: data }),
    ]);
  });

  it('does not hide the others', () => {
    expect(verdicts(sentText('rubbish'), request())).toEqual({ ...hold(...ALWAYS), [CALENDAR_TABLE]: false });
  });
});

describe('the rows of the catalogue that are judged here', () => {
  const checks = [
    DTSTAMP_NEVER_FALLS,
    SEQUENCE_NEVER_FALLS,
    ORGANIZER_STAYS,
    REPLY_NAMES_ITS_ATTENDEE,
  ].concat(
    [DTSTAMP_IN_UTC, NO_SCHEDULE_PARAMETERS, CALENDAR_TABLE, TIMEZONE_FOR_EVERY_TZID],
    [ORGANIZER_METHODS, ATTENDEE_METHODS, ONE_COMPONENT_TYPE, RANGE_OF_CANCEL, SCHEDULE_TAG_ROW],
    [METHOD_PARAMETER, CHARSET_IS_UTF_8, ADDRESSES_ARE_MAILTO],
  );

  it('are those marked as ambient, and no others', () => {
    const judged = new Set([...checks, ...tables.map(({ requirement }) => requirement)]);
    const marked = [...catalogue.rows.values()].filter(({ ambient }) => ambient).map(({ id }) => id);
    expect(marked.filter((id) => !judged.has(id))).toEqual([]);
    const unmarked = [...judged].filter((id) => catalogue.rows.get(id)?.ambient !== true);
    expect(unmarked.filter((id) => catalogue.rows.get(id)?.untested === undefined)).toEqual([]);
  });

  it('are about composing and storing, which every driver leaves to the target', () => {
    const duties = [...catalogue.rows.values()].filter(({ ambient }) => ambient).map(({ duty }) => duty);
    expect(new Set(duties)).toEqual(new Set(['compose', 'store']));
    for (const driver of ['explicit', 'implicit', 'mail'] as const) {
      for (const duty of new Set(duties)) expect(performedBy(duty, driver)).toBe('target');
    }
  });
});

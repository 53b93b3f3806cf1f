import { expect, it, test } from 'vitest';
import { BERLIN } from '../../simulator/testing/sample-event.js';
import { sent } from '../testing/sample-message.js';
import { holds } from './finding.js';
import { checkTimezones, TIMEZONE_FOR_EVERY_TZID } from './timezone-for-every-tzid.js';

const inBerlin = {
  dtstart: ';TZID=Europe/Berlin:20300304T110000',
  dtend: ';TZID=Europe/Berlin:20300304T120000',
};
const inOslo = { ...inBerlin, dtend: ';TZID=Europe/Oslo:20300304T120000' };

it('holds where each zone is defined', () => {
  expect(checkTimezones(sent({ ...inBerlin, before: BERLIN }))).toEqual([holds(TIMEZONE_FOR_EVERY_TZID)]);
});

test.each<[string, Parameters<typeof sent>[0], string]>([
  ['no zone is defined', inBerlin, 'a VTIMEZONE for Europe/Berlin'],
  ['one of two is not', { ...inOslo, before: BERLIN }, 'a VTIMEZONE for Europe/Oslo'],
  ['neither of two is', inOslo, 'a VTIMEZONE for Europe/Berlin, Europe/Oslo'],
  [
    'only another line names it',
    { lines: ['EXDATE;TZID=Europe/Berlin:20300305T110000'] },
    'a VTIMEZONE for Europe/Berlin',
  ],
  [
    'the definition has another name',
    { ...inBerlin, before: BERLIN.map((line) => line.replace('Europe/Berlin', 'Berlin')) },
    'a VTIMEZONE for Europe/Berlin',
  ],
])('is broken where %s', (_what, sample, expected) => {
  const message = sent(sample);
  expect(checkTimezones(message)).toEqual([
    expect.objectContaining({ ok: false, expected, message: message.observed.data }),
  ]);
});

it('does not concern times in UTC, floating times, or a zone of a global registry', () => {
  for (const dtstart of [
    ':20300304T100000Z',
    ':20300304T100000',
    ';TZID=/example.org/Berlin:20300304T110000',
  ]) {
    expect(checkTimezones(sent({ dtstart }))).toEqual([]);
  }
  expect(checkTimezones(sent({ before: BERLIN }))).toEqual([]);
});

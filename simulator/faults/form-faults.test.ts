import { describe, expect, it } from 'vitest';
import { properties, property, textValue } from '../icalendar/jcal.js';
import { eventsOf, methodOf } from '../icalendar/read.js';
import { onlyEvent } from '../itip/entry.js';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { BERLIN, sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { rulesWith } from './fault.js';
import { FORM_FAULTS } from './form-faults.js';

const IN_BERLIN = { dtstart: ';TZID=Europe/Berlin:20300304T100000', before: BERLIN };
const request = sampleCalendar({ method: 'REQUEST', ...IN_BERLIN });

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const CASES: readonly Case[] = [
  [
    'first-request-counts-as-change',
    (rules) =>
      [0, 1].map((sequence) => textValue(rules.requestContent(sampleEvent({ sequence })), 'sequence')),
    ['0', '1'],
    ['1', '1'],
  ],
  [
    'sequence-without-a-value',
    (rules) => property(rules.requestContent(sampleEvent()), 'sequence')?.[3],
    0,
    '',
  ],
  ['invited-by-publish', (rules) => methodOf(rules.envelope(request)), 'REQUEST', 'PUBLISH'],
  [
    'other-zone-is-no-other-time',
    (rules) =>
      rules.isRescheduling(sampleEvent(), onlyEvent(sampleCalendar(IN_BERLIN)), sampleCalendar(IN_BERLIN)),
    true,
    false,
  ],
  [
    'times-in-utc',
    (rules) => eventsOf(rules.envelope(request)).map((event) => property(event, 'dtstart')),
    [['dtstart', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-04T10:00:00']],
    [['dtstart', {}, 'date-time', '2030-03-04T09:00:00Z']],
  ],
  [
    'first-zone-for-all-times',
    (rules) =>
      rules
        .zonesOfCopy([['vtimezone', [['tzid', {}, 'text', 'One']], []], zoneCalled('Two')])
        .map((zone) => [textValue(zone, 'tzid'), zone[2].length]),
    [
      ['One', 0],
      ['Two', 1],
    ],
    [
      ['One', 0],
      ['Two', 0],
    ],
  ],
  [
    'days-become-midnights',
    (rules) => properties(rules.contentOfCopy(sampleEvent({ dtstart: ';VALUE=DATE:20300304' })), 'dtstart'),
    [['dtstart', {}, 'date', '2030-03-04']],
    [['dtstart', {}, 'date-time', '2030-03-04T00:00:00Z']],
  ],
];

function zoneCalled(name: string): Parameters<Rules['zonesOfCopy']>[0][number] {
  return ['vtimezone', [['tzid', {}, 'text', name]], [['standard', [], []]]];
}

describe('a fault of form', () => {
  it.each(CASES)('%s', (id, look, right, wrong) => {
    const fault = FORM_FAULTS.find((each) => each.id === id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules)).toEqual(right);
    expect(look(rulesWith(fault))).toEqual(wrong);
  });

  it('is tested here whichever it is', () => {
    expect(new Set(CASES.map(([id]) => id))).toEqual(new Set(FORM_FAULTS.map(({ id }) => id)));
  });
});

import { describe, expect, it } from 'vitest';
import { type JCalComponent, type JCalProperty, properties, property } from '../icalendar/jcal.js';
import { SERIES } from '../itip/instances.js';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { AttendeeSide } from '../itip/testing/sides.js';
import { BERLIN, sampleEvent } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { rulesWith } from './fault.js';
import { SERIES_FAULTS } from './series-faults.js';

const [BERT, CARLA] = ['mailto:bert@example.com', 'mailto:carla@example.com'];
const IN_BERLIN = {
  ...{ dtstart: ';TZID=Europe/Berlin:20300304T100000', dtend: ';TZID=Europe/Berlin:20300304T110000' },
  ...{ before: BERLIN, lines: ['RRULE:FREQ=WEEKLY;COUNT=4'] },
};
const series = sampleObject(IN_BERLIN);
const SECOND: JCalProperty = ['recurrence-id', {}, 'date-time', '2030-03-11T09:00:00Z'];
const [master] = series[2].filter(([name]) => name === 'vevent') as [JCalComponent];
const [eleventh] = sampleObject(monday(11))[2] as [JCalComponent];

const exdates = (rules: Rules) => {
  const left = rules.seriesWithout(master, [SECOND], series);
  return left && properties(left, 'exdate').map(([, { tzid }, , value]) => [tzid, value]);
};
const cancelled = (copy: JCalComponent) => (rules: Rules) =>
  rules.cancelReaches('2030-03-11T10:00:00Z', undefined, copy);

type Case = readonly [fault: string, look: (rules: Rules) => unknown, right: unknown, wrong: unknown];

const CASES: readonly Case[] = [
  ['instances-of-others-not-left-out', exdates, [['Europe/Berlin', '2030-03-11T10:00:00']], []],
  [
    'exdate-as-floating-time',
    exdates,
    [['Europe/Berlin', '2030-03-11T10:00:00']],
    [[undefined, '2030-03-11T10:00:00']],
  ],
  [
    'newcomers-to-an-instance-not-asked',
    (rules) => rules.requestRecipients([BERT, CARLA], eleventh),
    [BERT, CARLA],
    [BERT],
  ],
  [
    'request-to-the-last-only',
    (rules) => rules.requestRecipients([BERT, CARLA], undefined),
    [BERT, CARLA],
    [CARLA],
  ],
  [
    'series-after-instances-refused',
    (rules) => {
      const side = new AttendeeSide(rules);
      side.request(monday(11));
      side.request({ ...MONDAYS, dtstamp: '20300107T090100Z' });
      return side.instances.length;
    },
    4,
    1,
  ],
  ['changed-instances-outlive-the-rule', (rules) => rules.keepsOverride(true, true), false, true],
  ['last-goodbye-forgotten', (rules) => rules.cancelRecipients(sampleEvent(), [BERT], false), [BERT], []],
  [
    'one-lone-instance-cancelled-for-all',
    cancelled(sampleObject(monday(11), monday(18))),
    '2030-03-11T10:00:00Z',
    SERIES,
  ],
  [
    'last-changed-instance-cancelled-for-all',
    cancelled(sampleObject(MONDAYS, monday(11))),
    '2030-03-11T10:00:00Z',
    SERIES,
  ],
  [
    'cancelled-instance-ends-with-the-first',
    (rules) => property(rules.cancelContent(eleventh, 'instance', sampleObject(MONDAYS)), 'dtend')?.[3],
    '2030-03-11T11:00:00Z',
    '2030-03-04T11:00:00Z',
  ],
];

describe('a fault with series', () => {
  it.each(CASES)('%s', (id, look, right, wrong) => {
    const fault = SERIES_FAULTS.find((each) => each.id === id);
    if (fault === undefined) throw new Error(`no fault is called ${id}`);
    expect(look(standardRules)).toEqual(right);
    expect(look(rulesWith(fault))).toEqual(wrong);
  });

  it('is tested here whichever it is', () => {
    expect(new Set(CASES.map(([id]) => id))).toEqual(new Set(SERIES_FAULTS.map(({ id }) => id)));
  });

  it('leaves the series alone where it breaks an instance', () => {
    for (const id of ['newcomers-to-an-instance-not-asked', 'one-lone-instance-cancelled-for-all']) {
      const rules = rulesWith(SERIES_FAULTS.find((each) => each.id === id) as (typeof SERIES_FAULTS)[number]);
      expect(rules.requestRecipients([BERT, CARLA], sampleEvent())).toEqual([BERT, CARLA]);
      expect(cancelled(sampleObject(MONDAYS))(rules)).toBe('2030-03-11T10:00:00Z');
    }
  });
});

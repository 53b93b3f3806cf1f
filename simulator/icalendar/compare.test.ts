import { describe, expect, it } from 'vitest';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { changesStatus, isTimeChanged, reinstates } from './compare.js';
import { withComponents } from './edit.js';
import { components, type JCalComponent } from './jcal.js';
import { eventsOf } from './read.js';

/** Vienna has the clock of Berlin under another name; Reykjavik never changes its clock. */
const ZONES = [
  ...BERLIN,
  ...BERLIN.map((line) => line.replace('Europe/Berlin', 'Europe/Vienna')),
  ...['BEGIN:VTIMEZONE', 'TZID:Atlantic/Reykjavik', 'BEGIN:STANDARD', 'DTSTART:19680407T010000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
];

const object = sampleCalendar({ before: ZONES });
const calendar = withComponents(object, components(object, 'vtimezone'));

/** A VEVENT with these content lines. */
function event(...lines: readonly string[]): JCalComponent {
  const [found] = eventsOf(sampleCalendar({ dtstart: ':20300101T000000Z', lines: [] }));
  if (found === undefined) throw new Error('no VEVENT');
  const [written] = eventsOf(sampleCalendar({ lines: ['X-MARK:here', ...lines] }));
  const at = written?.[1].findIndex(([name]) => name === 'x-mark') ?? -1;
  const kept = found[1].filter(([name]) => name !== 'dtstart' && name !== 'dtend');
  return [found[0], [...kept, ...(written?.[1].slice(at + 1) ?? [])], []];
}

const START = 'DTSTART:20300304T100000Z';
const END = 'DTEND:20300304T110000Z';
const BERLIN_START = 'DTSTART;TZID=Europe/Berlin:20300304T110000';
const BERLIN_END = 'DTEND;TZID=Europe/Berlin:20300304T120000';

describe('not another time', () => {
  it.each([
    ['the order of properties', [START, END, 'RRULE:FREQ=DAILY'], ['RRULE:FREQ=DAILY', END, START]],
    ['DURATION instead of DTEND', [START, END], [START, 'DURATION:PT1H']],
    ['the same moment in another zone', [START, END], [BERLIN_START, BERLIN_END]],
    [
      'another TZID with the same clock',
      [BERLIN_START, BERLIN_END, 'RRULE:FREQ=DAILY;COUNT=300'],
      [
        BERLIN_START.replace('Berlin', 'Vienna'),
        BERLIN_END.replace('Berlin', 'Vienna'),
        'RRULE:FREQ=DAILY;COUNT=300',
      ],
    ],
    [
      'order, case and defaults of a rule',
      [START, 'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH;WKST=MO'],
      [START, 'RRULE:BYDAY=TH,MO;FREQ=WEEKLY'],
    ],
    [
      'UNTIL as a local time',
      [BERLIN_START, 'RRULE:FREQ=DAILY;UNTIL=20300310T100000Z'],
      [BERLIN_START, 'RRULE:FREQ=DAILY;UNTIL=20300310T110000'],
    ],
    [
      'dates in one property or several, in any order, twice',
      [START, 'RRULE:FREQ=DAILY', 'EXDATE:20300305T100000Z,20300306T100000Z'],
      [
        START,
        'RRULE:FREQ=DAILY',
        'EXDATE:20300306T100000Z',
        'EXDATE:20300305T100000Z',
        'EXDATE:20300306T100000Z',
      ],
    ],
    [
      'a period by its end or its length',
      [START, 'RDATE;VALUE=PERIOD:20300305T100000Z/20300305T110000Z'],
      [START, 'RDATE;VALUE=PERIOD:20300305T100000Z/PT1H'],
    ],
    ['a detail', [START, END, 'LOCATION:Room 1'], [START, END, 'LOCATION:Room 2']],
    [
      'the same text in a zone that is not defined',
      ['DTSTART;TZID=Mars:20300304T100000'],
      ['DTSTART;TZID=Mars:20300304T100000'],
    ],
  ])('%s', (_what, before, after) => {
    expect(isTimeChanged(event(...before), event(...after), calendar)).toBe(false);
  });
});

describe('another time', () => {
  it.each([
    ['the start', [START, END], ['DTSTART:20300304T103000Z', END]],
    ['the end alone', [START, END], [START, 'DTEND:20300304T113000Z']],
    ['the length', [START, 'DURATION:PT1H'], [START, 'DURATION:PT2H']],
    ['DUE', ['DUE:20300304T100000Z'], ['DUE:20300305T100000Z']],
    ['a rule', [START, 'RRULE:FREQ=DAILY'], [START, 'RRULE:FREQ=WEEKLY']],
    ['how often a rule applies', [START, 'RRULE:FREQ=DAILY'], [START, 'RRULE:FREQ=DAILY;INTERVAL=2']],
    ['a rule that comes', [START], [START, 'RRULE:FREQ=DAILY']],
    ['a rule that goes', [START, 'RRULE:FREQ=DAILY'], [START]],
    ['the first day of the week', [START, 'RRULE:FREQ=WEEKLY'], [START, 'RRULE:FREQ=WEEKLY;WKST=SU']],
    [
      'an excluded instance',
      [START, 'RRULE:FREQ=DAILY'],
      [START, 'RRULE:FREQ=DAILY', 'EXDATE:20300305T100000Z'],
    ],
    ['an added instance', [START, 'RRULE:FREQ=DAILY'], [START, 'RRULE:FREQ=DAILY', 'RDATE:20300305T150000Z']],
    ['an exception rule', [START, 'RRULE:FREQ=DAILY'], [START, 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY']],
    ['a date instead of a time', [START], ['DTSTART;VALUE=DATE:20300304']],
    ['a time without zone', [START], ['DTSTART:20300304T100000']],
    ['the zone in its digits', [BERLIN_START], [BERLIN_START.replace('Europe/Berlin', 'Atlantic/Reykjavik')]],
    [
      'a zone that moves later instances',
      ['DTSTART;TZID=Europe/Berlin:20300304T110000', 'RRULE:FREQ=DAILY;COUNT=60'],
      ['DTSTART;TZID=Atlantic/Reykjavik:20300304T100000', 'RRULE:FREQ=DAILY;COUNT=60'],
    ],
  ])('%s', (_what, before, after) => {
    expect(isTimeChanged(event(...before), event(...after), calendar)).toBe(true);
    expect(isTimeChanged(event(...after), event(...before), calendar)).toBe(true);
  });

  it('but not where the zone would only matter later than the last instance', () => {
    const berlin = event('DTSTART;TZID=Europe/Berlin:20300304T110000', 'RRULE:FREQ=DAILY;COUNT=5');
    const iceland = event('DTSTART;TZID=Atlantic/Reykjavik:20300304T100000', 'RRULE:FREQ=DAILY;COUNT=5');
    expect(isTimeChanged(berlin, iceland, calendar)).toBe(false);
  });
});

describe('STATUS', () => {
  it('differs by its value', () => {
    expect(changesStatus(event('STATUS:TENTATIVE'), event('STATUS:CONFIRMED'))).toBe(true);
    expect(changesStatus(event('STATUS:confirmed'), event('STATUS:CONFIRMED'))).toBe(false);
    expect(changesStatus(event(), event('STATUS:CONFIRMED'))).toBe(true);
  });
});

describe('a change of time only takes instances away', () => {
  const daily = event(START, END, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20300306T100000Z');

  it.each([
    [
      'when one more is excluded',
      [START, END, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20300306T100000Z,20300307T100000Z'],
    ],
    ['when the rule ends sooner', [START, END, 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20300306T100000Z']],
    ['when every second one is left', [START, END, 'RRULE:FREQ=DAILY;INTERVAL=4;COUNT=2']],
  ])('%s', (_what, lines) => {
    expect(reinstates(daily, event(...lines), calendar)).toBe(false);
  });

  it.each([
    ['when one is not excluded any more', [START, END, 'RRULE:FREQ=DAILY;COUNT=5']],
    ['when there are more', [START, END, 'RRULE:FREQ=DAILY;COUNT=6', 'EXDATE:20300306T100000Z']],
    [
      'when all are longer',
      [START, 'DTEND:20300304T113000Z', 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20300306T100000Z'],
    ],
    [
      'when one is added',
      [START, END, 'RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20300306T100000Z', 'RDATE:20300306T150000Z'],
    ],
  ])('not %s', (_what, lines) => {
    expect(reinstates(daily, event(...lines), calendar)).toBe(true);
  });
});

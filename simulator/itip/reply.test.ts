import { describe, expect, it } from 'vitest';
import { type JCalComponent, property, textValue } from '../icalendar/jcal.js';
import { attendeesOf, eventsOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import { BERLIN, type Sample, sampleCalendar } from '../testing/sample-event.js';
import { MONDAYS, monday } from '../testing/sample-series.js';
import { entryOf, onlyEvent } from './entry.js';
import { eventAt } from './instances.js';
import type { Outgoing } from './message.js';
import { answerWith } from './reply.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { AttendeeSide, answersIn, BERT } from './testing/sides.js';

const SECOND = '2030-03-11T10:00:00Z';

/** Bert's copy after REQUESTs of these samples. */
function copyOf(...requests: readonly (readonly Sample[])[]): AttendeeSide {
  const side = new AttendeeSide();
  for (const samples of requests) side.request(...samples);
  return side;
}

/** Bert answers; the copy takes it in. */
function answer(
  side: AttendeeSide,
  partstat: string,
  instance?: string,
  rules = standardRules,
): Outgoing | undefined {
  if (side.entry === undefined) throw new Error('there is no copy');
  const answering = { own: BERT, partstat, instance, now: '2030-01-07T10:00:00Z' };
  const { entry, outgoing } = answerWith(side.entry, answering, rules);
  side.entry = entry;
  return outgoing[0];
}

/** What each component of a REPLY answers, to which SEQUENCE, and how, e.g. `11. 2 bert ACCEPTED`. */
function told(reply: Outgoing | undefined): string[] {
  return eventsOf(reply?.calendar ?? ['', [], []]).map((event) => {
    const id = textValue(event, 'recurrence-id');
    const day = id === undefined ? 'series' : `${Number(id.slice(8, 10))}.`;
    return `${day} ${sequenceOf(event)} ${answersIn(event)}`;
  });
}

function answered(side: AttendeeSide, scope = ''): string {
  return answersIn(eventAt(side.entry?.calendar ?? ['', [], []], scope, standardRules));
}

describe('an answer to the series', () => {
  it('says so in one component, and leaves the overrides', () => {
    const side = copyOf([{ ...MONDAYS, sequence: 2 }, monday(11, { sequence: 3 })]);
    const reply = answer(side, 'ACCEPTED');
    expect(told(reply)).toEqual(['series 2 bert ACCEPTED']);
    expect(reply?.recipients).toEqual(['mailto:anna@example.com']);
    expect([answered(side), answered(side, SECOND)]).toEqual(['bert ACCEPTED', 'bert NEEDS-ACTION']);
    expect(side.instances).toHaveLength(4);
  });
});

describe('an answer that the copy shows already', () => {
  it('is sent again, unless the rule is against it', () => {
    const side = copyOf([{ ...MONDAYS, sequence: 2 }]);
    answer(side, 'DECLINED');
    expect(told(answer(side, 'DECLINED'))).toEqual(['series 2 bert DECLINED']);
    const once = { ...standardRules, sendsAnswer: (before: string, given: string) => before !== given };
    expect(answer(side, 'DECLINED', undefined, once)).toBeUndefined();
    expect(told(answer(side, 'ACCEPTED', undefined, once))).toEqual(['series 2 bert ACCEPTED']);
  });
});

describe('an answer to an instance', () => {
  it('carries its RECURRENCE-ID, times and SEQUENCE', () => {
    const side = copyOf(
      [{ ...MONDAYS, sequence: 2 }],
      [monday(11, { sequence: 3, dtstart: ':20300312T150000Z', dtend: ':20300312T160000Z' })],
    );
    const reply = answer(side, 'DECLINED', SECOND);
    expect(told(reply)).toEqual(['11. 3 bert DECLINED']);
    const [event] = eventsOf(reply?.calendar ?? ['', [], []]);
    expect(event && textValue(event, 'dtstart')).toBe('2030-03-12T15:00:00Z');
    expect([answered(side), answered(side, SECOND)]).toEqual(['bert NEEDS-ACTION', 'bert DECLINED']);
  });

  it('makes an override in the copy where there is none, in the zone of the series', () => {
    const side = copyOf([
      {
        ...MONDAYS,
        before: BERLIN,
        sequence: 2,
        dtstart: ';TZID=Europe/Berlin:20300304T110000',
        dtend: ';TZID=Europe/Berlin:20300304T120000',
      },
    ]);
    const reply = answer(side, 'DECLINED', SECOND);
    expect(told(reply)).toEqual(['11. 2 bert DECLINED']);
    const [event] = eventsOf(reply?.calendar ?? ['', [], []]);
    expect(event && property(event, 'recurrence-id')).toEqual([
      'recurrence-id',
      { tzid: 'Europe/Berlin' },
      'date-time',
      '2030-03-11T11:00:00',
    ]);
    expect(reply?.calendar[2].map(([name]) => name)).toEqual(['vtimezone', 'vevent']);
    expect(answered(side, SECOND)).toBe('bert DECLINED');
    expect(answer(side, 'ACCEPTED') && answered(side, SECOND)).toBe('bert DECLINED');
  });

  it('must be one of the series', () => {
    const side = copyOf([MONDAYS]);
    expect(() => answer(side, 'ACCEPTED', '2030-03-12T10:00:00Z')).toThrow(RangeError);
  });
});

describe('one who is invited to some instances alone', () => {
  it('answers for all of them at once', () => {
    const side = copyOf([monday(11, { sequence: 1 })], [monday(18, { sequence: 2 })]);
    expect(told(answer(side, 'ACCEPTED'))).toEqual(['11. 1 bert ACCEPTED', '18. 2 bert ACCEPTED']);
  });

  it('does not answer for those that are cancelled', () => {
    const side = copyOf([monday(11, { sequence: 1 })], [monday(18, { sequence: 2 })]);
    side.cancel(monday(11, { sequence: 3, lines: ['STATUS:CANCELLED'] }));
    expect(told(answer(side, 'ACCEPTED'))).toEqual(['18. 2 bert ACCEPTED']);
  });

  it('answers for one', () => {
    const side = copyOf([monday(11, { sequence: 1 })], [monday(18, { sequence: 2 })]);
    expect(told(answer(side, 'DECLINED', SECOND))).toEqual(['11. 1 bert DECLINED']);
  });
});

describe('what a REPLY repeats', () => {
  const sample: Sample = {
    ...MONDAYS,
    lines: [
      ...(MONDAYS.lines ?? []),
      'LOCATION:Room 1',
      'BEGIN:VALARM',
      'ACTION:AUDIO',
      'TRIGGER:-PT5M',
      'END:VALARM',
    ],
  };

  function content(rules = standardRules): JCalComponent {
    const [event] = eventsOf(
      answer(copyOf([sample]), 'ACCEPTED', undefined, rules)?.calendar ?? ['', [], []],
    );
    if (event === undefined) throw new Error('no REPLY');
    return event;
  }

  it('is the REQUEST without its alarms', () => {
    const event = content();
    expect([textValue(event, 'location'), textValue(event, 'summary')]).toEqual(['Room 1', 'Design review']);
    expect(event[2]).toEqual([]);
    expect(organizerOf(event)).toBe('mailto:anna@example.com');
  });

  it('is, by the policy replyContent least, what must be there', () => {
    const names = content(rulesFor({ replyContent: 'least' }))[1].map(([name]) => name);
    expect(names.sort()).toEqual(['attendee', 'dtstamp', 'dtstart', 'organizer', 'sequence', 'uid']);
  });
});

describe('the rules of what is sent', () => {
  it('are told what the Attendee had answered', () => {
    const told: string[] = [];
    const rules = { ...standardRules, sendsAnswer: (before: string) => told.push(before) < 2 };
    const side = copyOf([MONDAYS]);
    const sent = [answer(side, 'ACCEPTED', undefined, rules), answer(side, 'DECLINED', undefined, rules)];
    expect(told).toEqual(['NEEDS-ACTION', 'ACCEPTED']);
    expect(sent.map((reply) => reply?.method)).toEqual(['REPLY', undefined]);
    expect(answered(side)).toBe('bert DECLINED');
  });

  it('say what else is answered with an instance', () => {
    const rules = { ...standardRules, answerReaches: (instance: string) => ['', instance] };
    expect(told(answer(copyOf([MONDAYS]), 'DECLINED', SECOND, rules))).toEqual([
      'series 0 bert DECLINED',
      '11. 0 bert DECLINED',
    ]);
  });
});

describe('an Organizer who attends, too', () => {
  it('has the own answer in the event and sends it to nobody', () => {
    const own = ['mailto:anna@example.com'];
    const entry = entryOf(sampleCalendar({ attendees: { anna: 'NEEDS-ACTION', bert: 'NEEDS-ACTION' } }));
    const answering = { own, partstat: 'ACCEPTED', instance: undefined, now: '2030-01-07T10:00:00Z' };
    const { entry: after, outgoing } = answerWith(entry, answering, standardRules);
    expect(outgoing).toEqual([]);
    expect(attendeesOf(onlyEvent(after?.calendar ?? entry.calendar)).map(({ partstat }) => partstat)).toEqual(
      ['ACCEPTED', 'NEEDS-ACTION'],
    );
  });
});

import { describe, expect, test } from 'vitest';
import {
  type JCalComponent,
  type JCalParameters,
  type JCalProperty,
  properties,
  textValue,
} from '../icalendar/jcal.js';
import { dtstampOf, sequenceOf } from '../icalendar/read.js';
import type { Rules } from './rules.js';
import { standardRules } from './standard-rules.js';
import { askedForStatus, asSentAgain, isStatusPoll } from './status-poll.js';

const ANNA = 'mailto:anna@example.com';
const BERT = 'mailto:bert@example.com';
const CARLA = 'mailto:carla@example.com';
const DORA = 'mailto:dora@example.com';
const NOW = '2030-02-01T08:00:00Z';

function line(address: string, parameters: JCalParameters): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

function eventWith(lines: readonly JCalProperty[], summary = 'Review', sentBy?: string): JCalComponent {
  const head: JCalProperty[] = [
    ['uid', {}, 'text', '1'],
    ['dtstamp', {}, 'date-time', '2030-01-07T09:00:00Z'],
    ['sequence', {}, 'integer', 3],
    ['organizer', sentBy === undefined ? {} : { 'sent-by': sentBy }, 'cal-address', ANNA],
    ['summary', {}, 'text', summary],
  ];
  return ['vevent', [...head, ...lines], []];
}

const bert = line(BERT, { partstat: 'ACCEPTED' });
const carla = line(CARLA, { partstat: 'DELEGATED', rsvp: 'FALSE', 'delegated-to': DORA });
const dora = line(DORA, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', 'delegated-from': CARLA });
const organized = eventWith([line(ANNA, { partstat: 'ACCEPTED' }), bert, carla, dora]);

describe('who is asked', () => {
  test('everybody who attends, but neither the Organizer nor a Delegator', () => {
    expect(askedForStatus([organized], undefined)).toEqual([BERT, DORA]);
  });

  test('those named, as the event writes them', () => {
    expect(askedForStatus([organized], ['mailto:Dora@example.com'])).toEqual([DORA]);
  });

  test('one who delegated one instance, for the others', () => {
    const instance = eventWith([line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA }), dora]);
    expect(askedForStatus([organized, instance], undefined)).toEqual([BERT, DORA]);
    const sent = asSentAgain(instance, [BERT], 3, NOW, standardRules);
    expect(properties(sent, 'attendee')).toEqual(properties(instance, 'attendee'));
  });

  test.each([
    ['not an Attendee', 'mailto:otto@example.com', /not an Attendee/],
    ['the Organizer', ANNA, /not an Attendee/],
    ['one who delegated', CARLA, /has delegated/],
  ])('never %s', (_case, address, reason) => {
    expect(() => askedForStatus([organized], [address])).toThrow(reason);
    expect(() => askedForStatus([organized], [address])).toThrow(RangeError);
  });
});

describe('the event sent again', () => {
  test('asks some: only their RSVP and DTSTAMP change', () => {
    const sent = asSentAgain(organized, [BERT], 3, NOW, standardRules);
    expect(properties(sent, 'attendee')).toEqual([
      line(ANNA, { partstat: 'ACCEPTED' }),
      line(BERT, { partstat: 'ACCEPTED', rsvp: 'TRUE' }),
      carla,
      dora,
    ]);
    expect([sequenceOf(sent), dtstampOf(sent)]).toEqual([3, NOW]);
    expect(sent[1]).toHaveLength(organized[1].length);
  });

  test('is what the rules make of a question, and of what is only sent round', () => {
    const rules: Rules = {
      ...standardRules,
      pollContent: (event, asked) => ['vevent', [...event[1], ['comment', {}, 'text', asked.join()]], []],
      sequenceOfPoll: (current, asking) => (asking ? current + 1 : current - 1),
    };
    const [question, round] = [[BERT], []].map((asked) => asSentAgain(organized, asked, 3, NOW, rules));
    expect([question, round].map((event) => event && textValue(event, 'comment'))).toEqual([BERT, undefined]);
    expect([question, round].map((event) => event && sequenceOf(event))).toEqual([4, 2]);
  });

  test('asks nobody: only DTSTAMP changes', () => {
    const sent = asSentAgain(organized, [], 3, NOW, standardRules);
    expect(properties(sent, 'attendee')).toEqual(properties(organized, 'attendee'));
    expect([sequenceOf(sent), dtstampOf(sent)]).toEqual([3, NOW]);
  });
});

describe('a request for status is recognised', () => {
  const stored = eventWith([bert, dora]);
  const asks = line(BERT, { partstat: 'ACCEPTED', rsvp: 'TRUE' });

  test.each([
    ['only RSVP is set', eventWith([asks, dora]), true],
    ["others' answers are newer", eventWith([asks, line(DORA, { partstat: 'DECLINED' })]), true],
    ['the own answer had not arrived', eventWith([line(BERT, { rsvp: 'TRUE' }), dora]), true],
    ['a secretary sends it', eventWith([asks, dora], 'Review', 'mailto:sven@example.com'), true],
    ['nothing is asked', eventWith([bert, dora]), false],
    ['the title is another', eventWith([asks, dora], 'Retrospective'), false],
    ['the user is not listed any more', eventWith([dora]), false],
  ])('when %s', (_case, incoming, expected) => {
    expect(isStatusPoll(stored, incoming, [BERT])).toBe(expected);
  });

  test.each([
    ['has not answered', line(BERT, { partstat: 'NEEDS-ACTION' })],
    ['has delegated', line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA })],
  ])('but there is no status to tell when the user %s', (_case, own) => {
    expect(isStatusPoll(eventWith([own]), eventWith([asks]), [BERT])).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { type JCalComponent, type JCalParameters, type JCalProperty, properties } from '../icalendar/jcal.js';
import { takeAnswer, withAnswer } from './answer-taken.js';
import { standardRules } from './standard-rules.js';

const BERT = 'mailto:bert@example.com';
const CARLA = 'mailto:carla@example.com';
const DORA = 'mailto:dora@example.com';

function line(address: string, parameters: JCalParameters): JCalProperty {
  return ['attendee', parameters, 'cal-address', address];
}

function eventWith(...lines: readonly JCalProperty[]): JCalComponent {
  return ['vevent', [['uid', {}, 'text', '1'], ...lines], []];
}

const bert = line(BERT, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE', cn: 'Bert' });
const carla = line(CARLA, { partstat: 'ACCEPTED' });
const event = eventWith(bert, carla);

function take(before: JCalComponent, replied: JCalProperty) {
  const answer = {
    reply: eventWith(replied),
    line: replied,
    address: String(replied[3]),
    instance: '',
    revision: { sequence: 0, dtstamp: '2030-01-07T10:00:00Z' },
  };
  return takeAnswer(before, answer, () => false, standardRules);
}

describe('an answer', () => {
  test('sets the own PARTSTAT, and asks for no other any more', () => {
    const taken = take(event, line('mailto:BERT@example.com', { partstat: 'tentative' }));
    expect(properties(taken.event, 'attendee')).toEqual([
      line(BERT, { partstat: 'TENTATIVE', cn: 'Bert' }),
      carla,
    ]);
    expect(taken.told).toEqual([]);
  });

  test('that delegates without saying to whom is a PARTSTAT like others', () => {
    const taken = take(event, line(BERT, { partstat: 'DELEGATED' }));
    expect(properties(taken.event, 'attendee')).toEqual([
      line(BERT, { partstat: 'DELEGATED', cn: 'Bert' }),
      carla,
    ]);
  });

  test('that delegates lists the Delegate', () => {
    const taken = take(event, line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA }));
    expect(properties(taken.event, 'attendee').at(-1)?.[3]).toBe(DORA);
  });

  test('of a Delegate who declines tells the Delegator', () => {
    const delegated = eventWith(
      line(BERT, { partstat: 'DELEGATED', 'delegated-to': CARLA }),
      line(CARLA, { partstat: 'ACCEPTED', 'delegated-from': BERT }),
    );
    expect(take(delegated, line(CARLA, { partstat: 'DECLINED' })).told).toEqual([BERT]);
    expect(take(delegated, line(CARLA, { partstat: 'TENTATIVE' })).told).toEqual([]);
  });
});

describe('one who had delegated', () => {
  const delegated = eventWith(line(BERT, { partstat: 'DELEGATED', rsvp: 'TRUE', 'delegated-to': DORA }));

  test('and answers stands for itself again', () => {
    expect(withAnswer(delegated, BERT, 'ACCEPTED')).toEqual(eventWith(line(BERT, { partstat: 'ACCEPTED' })));
  });

  test('and says so once more still has the Delegate', () => {
    expect(withAnswer(delegated, BERT, 'DELEGATED')).toEqual(
      eventWith(line(BERT, { partstat: 'DELEGATED', 'delegated-to': DORA })),
    );
  });
});

test('an answer of nobody who is listed changes nothing', () => {
  expect(withAnswer(event, DORA, 'ACCEPTED')).toBe(event);
});

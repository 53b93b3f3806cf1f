import { describe, expect, test } from 'vitest';
import type { JCalComponent, JCalParameters, JCalProperty } from '../icalendar/jcal.js';
import {
  addressOf,
  delegatesOf,
  delegationChain,
  delegatorsOf,
  hasDelegated,
  hasDelegatedTo,
  lineOf,
  replyingLine,
} from './delegation.js';

const ADDRESS = {
  bert: 'mailto:bert@example.com',
  carla: 'mailto:carla@example.com',
  dora: 'mailto:dora@example.com',
  erik: 'mailto:erik@example.com',
} as const;

type Name = keyof typeof ADDRESS;

function line(name: Name, parameters: JCalParameters = {}): JCalProperty {
  return ['attendee', parameters, 'cal-address', ADDRESS[name]];
}

function eventWith(...lines: readonly JCalProperty[]): JCalComponent {
  return ['vevent', [['uid', {}, 'text', '1'], ...lines], []];
}

/** Bert delegated to Carla, Carla to Dora, who has not answered yet. */
const bert = line('bert', { partstat: 'DELEGATED', 'delegated-to': ADDRESS.carla });
const carla = line('carla', {
  partstat: 'DELEGATED',
  'delegated-from': ADDRESS.bert,
  'delegated-to': ADDRESS.dora,
});
const dora = line('dora', { partstat: 'NEEDS-ACTION', 'delegated-from': ADDRESS.carla });

test('an ATTENDEE is found whatever the case of its address', () => {
  expect(lineOf(eventWith(bert, carla), 'MAILTO:Carla@Example.com')).toBe(carla);
  expect(lineOf(eventWith(bert, carla), ADDRESS.dora)).toBeUndefined();
});

test('both ends of a delegation', () => {
  expect(delegatesOf(carla)).toEqual([ADDRESS.dora]);
  expect(delegatorsOf(carla)).toEqual([ADDRESS.bert]);
  expect([bert, carla, dora].map(hasDelegated)).toEqual([true, true, false]);
  expect(hasDelegated(line('bert', { partstat: 'delegated' }))).toBe(true);
  expect(hasDelegated(line('bert'))).toBe(false);
});

describe('the chain of Delegators', () => {
  test('of the third is the second and the first', () => {
    expect(delegationChain(eventWith(bert, carla, dora), ADDRESS.dora)).toEqual([
      ADDRESS.carla,
      ADDRESS.bert,
    ]);
  });

  test('of one who was invited is empty', () => {
    expect(delegationChain(eventWith(bert, carla, dora), ADDRESS.bert)).toEqual([]);
  });

  test('of one who is not listed is empty', () => {
    expect(delegationChain(eventWith(bert), ADDRESS.erik)).toEqual([]);
  });

  test('forks where two delegated to the same one', () => {
    const both = line('dora', { 'delegated-from': [ADDRESS.erik, ADDRESS.carla] });
    expect(delegationChain(eventWith(bert, carla, both, line('erik')), ADDRESS.dora)).toEqual([
      ADDRESS.erik,
      ADDRESS.carla,
      ADDRESS.bert,
    ]);
  });

  test('of a circle ends', () => {
    const circle = eventWith(
      line('bert', { 'delegated-from': ADDRESS.carla }),
      line('carla', { 'delegated-from': ADDRESS.bert }),
    );
    expect(delegationChain(circle, ADDRESS.bert)).toEqual([ADDRESS.carla, ADDRESS.bert]);
  });
});

describe('the one for whom a REPLY speaks', () => {
  const accepts = line('dora', { partstat: 'ACCEPTED', 'delegated-from': ADDRESS.carla });
  const carlaDelegates = line('carla', { partstat: 'DELEGATED', 'delegated-to': ADDRESS.dora });

  test.each<[string, readonly JCalProperty[], Name]>([
    ['a single ATTENDEE', [line('bert', { partstat: 'ACCEPTED' })], 'bert'],
    ['a Delegator alone', [bert], 'bert'],
    ['a Delegator, then the Delegate', [carlaDelegates, dora], 'carla'],
    ['a Delegate who is listed first but has not answered', [dora, carlaDelegates], 'carla'],
    ['a Delegate who accepts, then the Delegator', [accepts, carlaDelegates], 'dora'],
    ['a Delegate who accepts, listed last', [carlaDelegates, accepts], 'dora'],
    [
      'a Delegate who does not say who delegated',
      [carlaDelegates, line('dora', { partstat: 'DECLINED' })],
      'dora',
    ],
    ['a Delegate who delegates in turn', [bert, carla, dora], 'carla'],
    [
      'several who have nothing to do with each other',
      [line('erik'), line('bert', { partstat: 'ACCEPTED' })],
      'erik',
    ],
  ])('%s', (_case, lines, expected) => {
    const found = replyingLine(eventWith(...lines));
    expect(found === undefined ? undefined : addressOf(found)).toBe(ADDRESS[expected]);
  });

  test('nobody where no ATTENDEE is listed', () => {
    expect(replyingLine(eventWith())).toBeUndefined();
  });
});

test('the own delegation is known by any of the own addresses', () => {
  const event = eventWith(bert, carla, dora);
  expect(hasDelegatedTo(event, ['mailto:b@example.com', 'mailto:BERT@example.com'], ADDRESS.carla)).toBe(
    true,
  );
  expect(hasDelegatedTo(event, [ADDRESS.bert], ADDRESS.dora)).toBe(false);
  expect(hasDelegatedTo(event, [ADDRESS.erik], ADDRESS.carla)).toBe(false);
});

import { expect, it, test } from 'vitest';
import { read, sent, sentText } from '../testing/sample-message.js';
import { checkDtstampInUtc, DTSTAMP_IN_UTC } from './dtstamp-in-utc.js';
import { holds } from './finding.js';

it('holds for a time in UTC', () => {
  expect(checkDtstampInUtc(sent({ dtstamp: '20300107T090000Z' }))).toEqual([holds(DTSTAMP_IN_UTC)]);
});

test.each([
  ['DTSTAMP:20300107T090000', 'DTSTAMP 2030-01-07T09:00:00'],
  ['DTSTAMP;VALUE=DATE:20300107', 'DTSTAMP 2030-01-07'],
  ['DTSTAMP;TZID=Europe/Berlin:20300107T100000', 'DTSTAMP 2030-01-07T10:00:00 with TZID Europe/Berlin'],
  ['DTSTAMP;TZID=Europe/Berlin:20300107T090000Z', 'DTSTAMP 2030-01-07T09:00:00Z with TZID Europe/Berlin'],
])('is broken by %s', (line, actual) => {
  const text = sent().observed.data.replace('DTSTAMP:20300107T090000Z', line);
  expect(checkDtstampInUtc(read(sentText(text)))).toEqual([
    expect.objectContaining({ requirement: DTSTAMP_IN_UTC, ok: false, actual, message: text }),
  ]);
});

it('is judged on each event', () => {
  const text = sent().observed.data;
  const [, event = ''] = /(BEGIN:VEVENT.*END:VEVENT\r\n)/s.exec(text) ?? [];
  const two = text.replace(event, event + event.replace('090000Z', '090000'));
  expect(checkDtstampInUtc(read(sentText(two))).map(({ ok }) => ok)).toEqual([true, false]);
});

it('does not concern an event without DTSTAMP, nor a message without event', () => {
  const text = sent().observed.data;
  const without = text.replace(/DTSTAMP.*\r\n/, '');
  const todo = without.replaceAll('VEVENT', 'VTODO');
  for (const each of [without, todo]) expect(checkDtstampInUtc(read(sentText(each)))).toEqual([]);
});

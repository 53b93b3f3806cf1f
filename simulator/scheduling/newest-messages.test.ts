import { describe, expect, it } from 'vitest';
import { property } from '../icalendar/jcal.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { newestOf } from './newest-messages.js';

describe('what tells how an event is now', () => {
  const [first, second] = [
    sampleCalendar({ method: 'REQUEST', sequence: 9 }),
    sampleCalendar({ method: 'REQUEST', sequence: 10 }),
  ];

  it('is the highest SEQUENCE, as a number, in whatever order they came', () => {
    expect(newestOf([first, second])).toEqual([second]);
    expect(newestOf([second, first])).toEqual([second]);
  });

  it('is the later DTSTAMP where SEQUENCE is the same', () => {
    const later = sampleCalendar({ method: 'REQUEST', sequence: 10, dtstamp: '20300201T090000Z' });
    expect(newestOf([later, second])).toEqual([later]);
  });

  it('is no COUNTER, which tells what somebody would like', () => {
    expect(newestOf([first, sampleCalendar({ method: 'COUNTER', sequence: 10 })])).toEqual([first]);
  });

  it('is no message that does not say when', () => {
    const [name, lines, [event]] = sampleCalendar({ method: 'CANCEL', sequence: 11 });
    const bare = event?.[1].filter(([key]) => key !== 'dtstart') ?? [];
    expect(newestOf([second, [name, lines, [['vevent', bare, []]]]])).toEqual([second]);
  });

  it('is one for the series and one for each instance', () => {
    const instance = sampleCalendar({
      method: 'REQUEST',
      sequence: 1,
      lines: ['RECURRENCE-ID:20300304T100000Z'],
    });
    expect(property(instance[2][0] ?? instance, 'recurrence-id')).toBeDefined();
    expect(newestOf([second, instance])).toEqual([second, instance]);
  });

  it('is nothing where there is nothing', () => {
    expect(newestOf([])).toEqual([]);
  });
});

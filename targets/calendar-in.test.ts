import { describe, expect, it } from 'vitest';
import { IcalendarError } from '../simulator/icalendar/parse.js';
import { calendarIfAny, calendarIn } from './calendar-in.js';

const textOf = (summary: string) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `SUMMARY:${summary}`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

describe('text that several look at', () => {
  it('is read once', () => {
    expect(calendarIn(textOf('a'))).toBe(calendarIn(textOf('a')));
  });

  it('is told apart by each of its letters', () => {
    expect(calendarIn(textOf('a'))).not.toEqual(calendarIn(textOf('b')));
  });

  it('is read again when it is long, or much else was read since', () => {
    const [long, short] = [textOf('x'.repeat(30_000)), textOf('short')];
    expect(calendarIn(long)).not.toBe(calendarIn(long));
    const before = calendarIn(short);
    for (let other = 0; other < 200; other += 1) calendarIn(textOf(`other ${other}`));
    expect(calendarIn(short)).not.toBe(before);
    expect(calendarIn(short)).toEqual(before);
  });

  it('is refused each time when it is no iCalendar object', () => {
    for (const text of ['BEGIN:VCALENDAR', 'BEGIN:VCALENDAR']) {
      expect(() => calendarIn(text)).toThrow(IcalendarError);
      expect(calendarIfAny(text)).toBeUndefined();
    }
  });
});

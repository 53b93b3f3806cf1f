import { describe, expect, it } from 'vitest';
import { dateOf, dateTimeOf, millisecondsOf } from './moment.js';

describe('dates and times as numbers', () => {
  it.each([
    ['1970-01-02', 86_400_000],
    ['1970-01-01T00:00:01', 1000],
    ['1970-01-01T00:00:01Z', 1000],
    ['1969-12-31T23:59:59Z', -1000],
    ['0001-01-01T00:00:00', -62_135_596_800_000],
  ])('%s is %i ms from 1970', (text, milliseconds) => {
    expect(millisecondsOf(text)).toBe(milliseconds);
  });

  it.each(['', '2030', '20300304T100000Z', '2030-03-04T10:00', 'P1D'])('%j is none', (text) => {
    expect(millisecondsOf(text)).toBeNaN();
  });

  it('come back as text', () => {
    expect(dateTimeOf(millisecondsOf('2030-03-04T10:20:30Z'))).toBe('2030-03-04T10:20:30');
    expect(dateOf(millisecondsOf('2030-03-04T10:20:30Z'))).toBe('2030-03-04');
  });
});

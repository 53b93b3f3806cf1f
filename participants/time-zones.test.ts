import { describe, expect, it } from 'vitest';
import { components, textValue } from '../simulator/icalendar/jcal.js';
import { parseCalendar } from '../simulator/icalendar/parse.js';
import { timezoneText, ZONES } from './time-zones.js';

describe('the time zones of the suite', () => {
  it('are UTC and those that have a definition', () => {
    expect(ZONES).toContain('UTC');
    for (const zone of ZONES.filter((name) => name !== 'UTC')) {
      const calendar = parseCalendar(timezoneText(zone) ?? '');
      const [definition, ...others] = components(calendar, 'vtimezone');
      expect(definition && textValue(definition, 'tzid')).toBe(zone);
      expect(others).toEqual([]);
      expect(definition?.[2].map(([name]) => name)).toContain('standard');
    }
    expect(ZONES.length).toBeGreaterThan(1);
  });

  it('need no definition for UTC, and have none for others', () => {
    expect(timezoneText('UTC')).toBeUndefined();
    expect(timezoneText('Mars/Olympus')).toBeUndefined();
  });

  it('are written with the line ends of iCalendar', () => {
    const text = timezoneText('Europe/Vienna') ?? '';
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

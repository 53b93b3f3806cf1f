import { describe, expect, it } from 'vitest';
import { rfcText } from './rfc-text.js';
import { printedTable } from './table-text.js';

const COLUMNS = `Component/Property  Presence
------------------- -----------------
VTIMEZONE           0+      MUST be present if any date/time refers
                            to timezone
    DAYLIGHT        0+      MUST be one or more of either STANDARD or
                            DAYLIGHT
       TZNAME       0 or 1
    TZID            1
VTODO               0
VALARM              1+`;

const BOXES = `+--------------------+----------+---------+
| Component/Property | Presence | Comment |
| METHOD             | 1        | MUST be |
|                    |          | REPLY.  |
| VEVENT             | 1+       |         |
|   REQUEST-STATUS   | 0+       |         |
|   VALARM           | 0        |         |
| IANA-COMPONENT     | 0+       |         |`;

function printed(text: string): string[] {
  const lines = text.split('\n').length;
  return printedTable(rfcText('rfc2446', text), [1, lines]).map(
    ({ component, name, presence, line }) => `${line} ${component}/${name} ${presence}`,
  );
}

describe('a printed restriction table', () => {
  it('is read in columns, nested by indentation, remarks left aside, VALARM within VEVENT', () => {
    expect(printed(COLUMNS)).toEqual([
      '3 VCALENDAR/VTIMEZONE 0+',
      '5 VTIMEZONE/DAYLIGHT 0+',
      '7 DAYLIGHT/TZNAME 0 or 1',
      '8 VTIMEZONE/TZID 1',
      '9 VCALENDAR/VTODO 0',
      '10 VEVENT/VALARM 1+',
    ]);
  });

  it('is read in boxes', () => {
    expect(printed(BOXES)).toEqual([
      '3 VCALENDAR/METHOD 1',
      '5 VCALENDAR/VEVENT 1+',
      '6 VEVENT/REQUEST-STATUS 0+',
      '7 VEVENT/VALARM 0',
      '8 VCALENDAR/IANA-COMPONENT 0+',
    ]);
  });
});

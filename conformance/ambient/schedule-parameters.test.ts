import { expect, it, test } from 'vitest';
import { sent } from '../testing/sample-message.js';
import { holds } from './finding.js';
import { checkScheduleParameters, NO_SCHEDULE_PARAMETERS } from './schedule-parameters.js';

it('holds for a message without them', () => {
  const innocent = ['ATTENDEE;SCHEDULE-X=1:mailto:carla@example.com', 'COMMENT:SCHEDULE-AGENT=NONE'];
  expect(checkScheduleParameters(sent({ lines: innocent }))).toEqual([holds(NO_SCHEDULE_PARAMETERS)]);
});

const alarm = (line: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:EMAIL',
  'TRIGGER:-PT5M',
  line,
  'END:VALARM',
];

test.each<[string, string[], string]>([
  [
    'SCHEDULE-AGENT',
    ['ATTENDEE;SCHEDULE-AGENT=SERVER:mailto:carla@example.com'],
    'SCHEDULE-AGENT on ATTENDEE',
  ],
  ['SCHEDULE-STATUS', ['ATTENDEE;SCHEDULE-STATUS="1.2":mailto:c@example.com'], 'SCHEDULE-STATUS on ATTENDEE'],
  [
    'SCHEDULE-FORCE-SEND',
    ['ORGANIZER;schedule-force-send=REPLY:mailto:anna@example.com'],
    'SCHEDULE-FORCE-SEND on ORGANIZER',
  ],
  ['one within', alarm('ATTENDEE;SCHEDULE-AGENT=NONE:mailto:c@example.com'), 'SCHEDULE-AGENT on ATTENDEE'],
  [
    'several, each kind told once',
    [
      'ATTENDEE;SCHEDULE-AGENT=NONE;SCHEDULE-STATUS=1.1:mailto:c@example.com',
      'ATTENDEE;SCHEDULE-AGENT=NONE:mailto:d@example.com',
    ],
    'SCHEDULE-AGENT on ATTENDEE, SCHEDULE-STATUS on ATTENDEE',
  ],
])('is broken by %s', (_what, lines, actual) => {
  const message = sent({ lines });
  expect(checkScheduleParameters(message)).toEqual([
    expect.objectContaining({
      ...{ requirement: NO_SCHEDULE_PARAMETERS, ok: false, actual },
      message: message.observed.data,
    }),
  ]);
});

import { describe, expect, it, test } from 'vitest';
import type { Sample } from '../../simulator/testing/sample-event.js';
import { CAST, sent } from '../testing/sample-message.js';
import { holds, type ReadMessage } from './finding.js';
import { checkReplyAttendee, REPLY_NAMES_ITS_ATTENDEE } from './reply-attendee.js';

/** A REPLY from Bert with these lines for ATTENDEE. */
function reply(
  lines: readonly string[],
  other: Sample = {},
  originator = 'mailto:bert@example.com',
): ReadMessage {
  return sent({ method: 'REPLY', attendees: {}, lines, ...other }, { originator });
}

const BERT = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bert@example.com';
const CARLA = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:carla@example.com';

describe('holds for', () => {
  test.each<[string, string[]]>([
    ['the one who answers', [BERT]],
    ['another address of that one', ['ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:B.Brecht@example.org']],
    [
      'one who delegates, with the Delegate (RFC 5546 4.2.5)',
      ['ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carla@example.com":mailto:bert@example.com', CARLA],
    ],
    [
      'a Delegate, with the Delegator (RFC 5546 4.2.6)',
      [
        'ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:carla@example.com":mailto:bert@example.com',
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bert@example.com":mailto:carla@example.com',
      ],
    ],
    [
      'a Delegate whom only the line of the Delegator names as such',
      [
        BERT,
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:b.brecht@example.org":mailto:carla@example.com',
      ],
    ],
    [
      'one who delegates to two',
      [
        'ATTENDEE;DELEGATED-TO="mailto:carla@example.com","mailto:dora@example.com":mailto:bert@example.com',
        CARLA,
        CARLA.replace('carla', 'dora'),
      ],
    ],
    [
      'one for whom somebody else sends (RFC 2446 3.2.3, SENT-BY)',
      ['ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:bert@example.com":mailto:carla@example.com'],
    ],
  ])('%s', (_what, lines) => {
    expect(checkReplyAttendee([reply(lines)], CAST)).toEqual([holds(REPLY_NAMES_ITS_ATTENDEE)]);
  });
});

describe('is broken by', () => {
  test.each<[string, string[], string, string]>([
    ['nobody listed', [], 'does not list who sends it', 'no ATTENDEE'],
    ['somebody else instead', [CARLA], 'does not list who sends it', 'ATTENDEE mailto:carla@example.com'],
    [
      'somebody else beside',
      [BERT, CARLA],
      'lists others, too',
      'ATTENDEE mailto:bert@example.com, ATTENDEE mailto:carla@example.com',
    ],
    [
      'one more than the Delegate',
      [
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:carla@example.com":mailto:bert@example.com',
        CARLA,
        CARLA.replace('carla', 'dora'),
      ],
      'lists others, too',
      'ATTENDEE mailto:bert@example.com, ATTENDEE mailto:carla@example.com, ATTENDEE mailto:dora@example.com',
    ],
    [
      'a delegation between others',
      [BERT, CARLA.replace('ATTENDEE;', 'ATTENDEE;DELEGATED-TO="mailto:dora@example.com";')],
      'lists others, too',
      'ATTENDEE mailto:bert@example.com, ATTENDEE mailto:carla@example.com',
    ],
  ])('%s', (_what, lines, reason, actual) => {
    const message = reply(lines);
    expect(checkReplyAttendee([message], CAST)).toEqual([
      {
        ...{ requirement: REPLY_NAMES_ITS_ATTENDEE, ok: false },
        ...{ reason: `the REPLY ${reason}`, actual, message: message.observed.data },
        expected: 'ATTENDEE mailto:bert@example.com and nobody else',
      },
    ]);
  });

  it('each REPLY by itself', () => {
    const found = checkReplyAttendee([reply([BERT]), reply([CARLA])], CAST);
    expect(found.map(({ ok }) => ok)).toEqual([true, false]);
  });
});

it('does not concern other methods', () => {
  expect(checkReplyAttendee([sent({ attendees: {} }), reply([], { method: 'CANCEL' })], CAST)).toEqual([]);
});

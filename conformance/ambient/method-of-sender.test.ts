import { expect, it, test } from 'vitest';
import { CAST, sent, type Way } from '../testing/sample-message.js';
import { holds } from './finding.js';
import { ATTENDEE_METHODS, checkMethodOfSender, ORGANIZER_METHODS } from './method-of-sender.js';

const FROM_BERT: Way = { originator: 'mailto:bert@example.com', recipient: 'mailto:anna@example.com' };
const BERT_TO_DORA: Way = { originator: 'mailto:b.brecht@example.org', recipient: 'mailto:dora@example.com' };
const attendees = { bert: 'NEEDS-ACTION' };

const check = (method: string, way: Way = {}, lines: string[] = []) =>
  checkMethodOfSender(sent({ method, attendees, lines }, way), CAST);

test.each(['PUBLISH', 'REQUEST', 'ADD', 'CANCEL', 'DECLINECOUNTER'])('the Organizer sends %s', (method) => {
  expect(check(method)).toEqual([holds(ORGANIZER_METHODS)]);
});

test.each(['REPLY', 'COUNTER', 'REFRESH'])('the Organizer does not send %s', (method) => {
  expect(check(method)).toEqual([
    expect.objectContaining({
      requirement: ORGANIZER_METHODS,
      ok: false,
      actual: `${method} from mailto:anna@example.com to mailto:bert@example.com`,
    }),
  ]);
});

test.each(['REPLY', 'COUNTER', 'REFRESH'])('an Attendee sends %s', (method) => {
  expect(check(method, FROM_BERT)).toEqual([holds(ATTENDEE_METHODS)]);
});

test.each(['CANCEL', 'PUBLISH', 'ADD', 'DECLINECOUNTER', 'REQUEST'])(
  'an Attendee does not send the Organizer %s',
  (method) => {
    expect(check(method, FROM_BERT)).toEqual([
      expect.objectContaining({ requirement: ATTENDEE_METHODS, ok: false }),
    ]);
  },
);

it('an Attendee passes a REQUEST on to one who is not listed, or is a Delegate', () => {
  expect(check('REQUEST', BERT_TO_DORA)).toEqual([holds(ATTENDEE_METHODS)]);
  const delegate = 'ATTENDEE;DELEGATED-FROM="mailto:bert@example.com":mailto:dora@example.com';
  expect(check('REQUEST', BERT_TO_DORA, [delegate])).toEqual([holds(ATTENDEE_METHODS)]);
});

it('an Attendee sends no REQUEST to one who is invited as well', () => {
  expect(check('REQUEST', BERT_TO_DORA, ['ATTENDEE:mailto:dora@example.com'])).toEqual([
    expect.objectContaining({ requirement: ATTENDEE_METHODS, ok: false }),
  ]);
});

it('who is named by SENT-BY acts for the one who is named', () => {
  const sven = 'mailto:sven@example.com';
  const answers = ['ATTENDEE;SENT-BY="mailto:sven@example.com":mailto:carla@example.com'];
  expect(check('REPLY', { originator: sven }, answers)).toEqual([holds(ATTENDEE_METHODS)]);
  expect(check('CANCEL', { originator: sven }, answers)).toEqual([
    expect.objectContaining({ requirement: ATTENDEE_METHODS, ok: false }),
  ]);
});

it('does not judge strangers, an Inbox, or a message without ORGANIZER', () => {
  expect(check('CANCEL', { originator: 'mailto:otto@example.com' })).toEqual([]);
  expect(check('REPLY', { channel: 'inbox' })).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { sampleCalendar } from '../testing/sample-event.js';
import { entryOf } from './entry.js';
import { lastReply, repliesOf, withReply } from './replies.js';
import { rulesFor, standardRules } from './standard-rules.js';

const BERT = 'mailto:bert@example.com';
const SECOND = '2030-03-11T10:00:00Z';
const [one, two] = ['2030-01-07T09:01:00Z', '2030-01-07T09:02:00Z'].map((dtstamp) => ({
  sequence: 0,
  dtstamp,
}));
const empty = entryOf(sampleCalendar());

describe('the last REPLY', () => {
  it('is remembered for each Attendee and instance', () => {
    if (one === undefined || two === undefined) throw new Error('no revisions');
    const entry = withReply(withReply(empty, BERT, '', one, standardRules), BERT, SECOND, two, standardRules);
    expect(lastReply(entry, BERT, '', standardRules)).toEqual(one);
    expect(lastReply(entry, BERT, SECOND, standardRules)).toEqual(two);
    expect(lastReply(entry, 'mailto:carla@example.com', '', standardRules)).toBeUndefined();
    expect(lastReply(empty, BERT, '', standardRules)).toBeUndefined();
    expect(repliesOf(entry).map(({ attendee, instance }) => [attendee, instance])).toEqual(
      expect.arrayContaining([
        [BERT, ''],
        [BERT, SECOND],
      ]),
    );
  });

  it('in RFC 2446 is one for the UID', () => {
    const rules = rulesFor({}, 'rfc2446');
    const entry = withReply(empty, BERT, SECOND, one ?? { sequence: 0, dtstamp: '' }, rules);
    expect(lastReply(entry, BERT, '', rules)).toEqual(one);
  });
});

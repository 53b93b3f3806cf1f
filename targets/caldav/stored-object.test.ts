import { describe, expect, it, test } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { MalformedAnswer } from '../outcome-errors.js';
import { nameIn, readable, uidIn, withWholeLineEnds } from './stored-object.js';

test.each([
  ['http://127.0.0.1/home/anna/1.ics', '1.ics'],
  ['http://127.0.0.1/home/anna/a%20b%40c.ics', 'a b@c.ics'],
  ['http://127.0.0.1/home/anna/100%.ics', '100%.ics'],
  ['http://127.0.0.1/home/anna/%ff.ics', '%ff.ics'],
  ['http://127.0.0.1/home/anna/', ''],
])('the name in %s is "%s"', (url, name) => {
  expect(nameIn(url)).toBe(name);
});

describe('the UID', () => {
  test.each([
    ['of an event', sampleText(), 'review@example.com'],
    [
      'folded after the colon',
      'BEGIN:VEVENT\r\nUID:\r\n review@example.com\r\nSEQUENCE:0\r\n',
      'review@example.com',
    ],
    ['folded in its middle, by a tab', 'UID:review@\r\n\texample.com\r\n', 'review@example.com'],
    ['with LF alone', 'BEGIN:VEVENT\nUID:1\nEND:VEVENT\n', '1'],
    ['with a parameter, in lower case', 'uid;x-a=b:1\r\n', '1'],
    ['at the end of broken text', 'BEGIN:VEVENT\r\nUID:1', '1'],
    ['not that of X-UID, nor in a value', 'X-UID:7\r\nSUMMARY:UID:8\r\nUID:1\r\n', '1'],
    ['of an object without any', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', ''],
  ])('%s', (_what, data, uid) => {
    expect(uidIn(data)).toBe(uid);
  });
});

describe('a line that was folded in the middle of its end', () => {
  it('is whole again', () => {
    expect(withWholeLineEnds('UID:\r\n 1\r\r\n \nSUMMARY:x\r\r\n\t\nEND:VEVENT\r\n')).toBe(
      'UID:\r\n 1\r\nSUMMARY:x\r\nEND:VEVENT\r\n',
    );
  });

  test.each(['A:1\r\n 2\r\nB:3\r\n', 'A:1\n 2\n', 'A:1\r\r\nB:2\r\n', ''])(
    'others stay as they are: %j',
    (data) => {
      expect(withWholeLineEnds(data)).toBe(data);
    },
  );
});

describe('an object', () => {
  it('is read', () => {
    expect(readable(sampleText())[0]).toBe('vcalendar');
  });

  it('that is none is a malformed answer, and is shown', () => {
    try {
      readable('<html>');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedAnswer);
      expect((error as MalformedAnswer).message).toMatch(/^the server stores what is no iCalendar object: /);
      expect((error as MalformedAnswer).exchange).toBe('<html>');
    }
  });
});

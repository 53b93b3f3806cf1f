import { describe, expect, it, test } from 'vitest';
import { type Exchange, exchangeLine, exchangeText, secretsOf } from './exchange.js';

const exchange: Exchange = {
  method: 'PUT',
  url: 'http://127.0.0.1:8481/home/anna/1.ics?x=1',
  sent: 'BEGIN:VCALENDAR',
  status: 403,
  received: '<error/>',
};

it('in one line: method, path and status', () => {
  expect(exchangeLine(exchange)).toBe('PUT 403 /home/anna/1.ics');
});

describe('with its bodies', () => {
  it('shows what was sent and what came back', () => {
    expect(exchangeText(exchange, [])).toBe(
      'PUT http://127.0.0.1:8481/home/anna/1.ics?x=1\n\nBEGIN:VCALENDAR\n\nanswer 403\n\n<error/>',
    );
  });

  it('leaves empty bodies out', () => {
    expect(exchangeText({ ...exchange, sent: '', received: '' }, [])).toBe(
      'PUT http://127.0.0.1:8481/home/anna/1.ics?x=1\n\nanswer 403',
    );
  });

  it('cuts long bodies and says how long they were', () => {
    const text = exchangeText({ ...exchange, received: 'x'.repeat(4_001) }, []);
    expect(text.endsWith(`${'x'.repeat(10)} (4001 characters)`)).toBe(true);
    expect(text.match(/x/g)).toHaveLength(4_001);
  });

  it('blots secrets out wherever they stand, also across the cut', () => {
    const received = `${'x'.repeat(3_995)}hunter2hunter2`;
    const text = exchangeText({ ...exchange, url: 'http://127.0.0.1/hunter2', sent: 'hunter2', received }, [
      'hunter2',
    ]);
    expect(text).not.toMatch(/hunt|nter2/);
    expect(text).toMatch(/^PUT http:\/\/127.0.0.1\/\(secret\)\n\n\(secret\)\n/);
  });
});

describe('the secrets of logins', () => {
  test.each<[string, { username: string; password: string }[], string[]]>([
    ['a password that is the user name', [{ username: 'attendee1', password: 'attendee1' }], []],
    [
      'a password that is the name of somebody else',
      [
        { username: 'anna', password: 'bert' },
        { username: 'bert', password: 'anna' },
      ],
      [],
    ],
    ['one that is too short to be told from other words', [{ username: 'anna', password: 'abc' }], []],
  ])('%s is none', (_what, logins, secrets) => {
    expect(secretsOf(logins)).toEqual(secrets);
  });

  it('in every form in which a server may echo them, the longest first', () => {
    const secrets = secretsOf([{ username: 'anna', password: 'a<b> "c" & d' }]);
    expect(secrets).toEqual([
      'a&lt;b&gt; &quot;c&quot; &amp; d',
      'a%3Cb%3E%20%22c%22%20%26%20d',
      btoa('anna:a<b> "c" & d'),
      'a<b> \\"c\\" & d',
      'a<b> "c" & d',
    ]);
  });

  it('each once', () => {
    expect(secretsOf([{ username: 'anna', password: 'hunter2' }])).toEqual([btoa('anna:hunter2'), 'hunter2']);
  });
});

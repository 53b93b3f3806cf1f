import { expect, test } from 'vitest';
import { hostInUrl, isLoopback } from './loopback.js';

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['::', false],
  ['0.0.0.0', false],
  ['127.0.0.1.example', false],
  ['no host', false],
])('%s is of this machine: %s', (host, expected) => {
  for (const scheme of ['http', 'imap', 'mail']) {
    expect(isLoopback(`${scheme}://${hostInUrl(host)}:143`)).toBe(expected);
  }
});

import { toUSVString } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ImipRefused } from './imip-refused.js';
import { calendarAddressOf, mailboxOf } from './mailbox.js';

it.each([
  ['mailto:anna@example.com', 'anna@example.com'],
  [' MAILTO:Anna@Example.com?subject=x', 'Anna@Example.com'],
  ['mailto:anna%2Bcalendar@example.com', 'anna+calendar@example.com'],
  ['mailto:gorby%25kremvax@example.com', 'gorby%kremvax@example.com'],
  ['mailto:b%C3%A9rt@example.com', 'bért@example.com'],
  ['mailto:bert@exämple.com', 'bert@xn--exmple-cua.com'],
  ['mailto:%22not%40me%22@example.org', '"not@me"@example.org'],
  ['mailto:anna@[127.0.0.1]', 'anna@[127.0.0.1]'],
])('%s is %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

it.each([
  'anna@example.com',
  'urn:uuid:7f6ac7a4-6b5d-4d1b-8a2a-1f4d2d8a9c11',
  'mailto:',
  'mailto:anna',
  'mailto:@example.com',
  'mailto:anna@',
  'mailto:anna@example.com,otto@example.com',
  'mailto:anna@example.com%0D%0ABcc:otto@example.com',
  'mailto:anna%0A@example.com',
  'mailto:anna%3E%20<otto@example.com',
  'mailto:Anna%20<anna@example.com>',
  'mailto:anna%00@example.com',
  'mailto:anna%FF@example.com',
  'mailto:"a%0D%0Ab"@example.com',
  'mailto:anna@example.com(x)evil.example',
  'mailto:anna@exa mple.com',
  'mailto:anna..bert@example.com',
  `mailto:anna@${'a'.repeat(250)}.com`,
])('%s is no address that mail can reach', (address) => {
  expect(() => mailboxOf(address)).toThrow(ImipRefused);
});

it('is the same after a way through a calendar address', () => {
  const local = fc.stringMatching(/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]{1,30}$/u);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        local.map((part) => `${part}@example.com`),
      ),
      (mailbox) => {
        const address = calendarAddressOf(mailbox);
        expect(address).toMatch(/^mailto:[\x21-\x7e]+$/);
        expect(mailboxOf(address)).toBe(mailbox);
      },
    ),
  );
});

it('takes nothing that could be more than one line or one address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let mailbox: string;
      try {
        mailbox = mailboxOf(`mailto:${encodeURIComponent(toUSVString(text))}@example.com`);
      } catch (error) {
        expect(error).toBeInstanceOf(ImipRefused);
        return;
      }
      expect(mailbox).not.toMatch(/[\p{Cc}<>,;]/u);
    }),
  );
});

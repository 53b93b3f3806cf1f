import { properties } from '../../simulator/icalendar/jcal.js';
import type { MimePart } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const METHOD_PARAMETER = '6047/2.4/method-parameter';
export const CHARSET_IS_UTF_8 = '6047/2.4/charset-is-utf-8';
export const ADDRESSES_ARE_MAILTO = '6047/2.3/addresses-are-mailto';

/** What RFC 6047 demands of a message that went by mail; nothing of others. */
export function checkMimePart(message: ReadMessage): Finding[] {
  const { mime } = message.observed;
  if (mime === undefined) return [];
  return [checkMethod(message, mime), ...checkCharset(message, mime), checkAddresses(message)];
}

function checkMethod({ observed, method }: ReadMessage, mime: MimePart): Finding {
  if (mime.method !== undefined && mime.method.toUpperCase() === method) return holds(METHOD_PARAMETER);
  return broken(METHOD_PARAMETER, observed, {
    reason: 'the MIME part does not say the METHOD',
    expected: method === undefined ? 'METHOD' : `the parameter method=${method}`,
    actual: mime.method === undefined ? 'no parameter method' : `method=${mime.method}`,
  });
}

function checkCharset({ observed }: ReadMessage, { charset }: MimePart): Finding[] {
  if (/^\p{ASCII}*$/u.test(observed.data)) return [];
  if (charset?.toUpperCase() === 'UTF-8') return [holds(CHARSET_IS_UTF_8)];
  return [
    broken(CHARSET_IS_UTF_8, observed, {
      reason: 'the MIME part does not say how its characters are written',
      expected: 'the parameter charset=UTF-8',
      actual: charset === undefined ? 'no parameter charset' : `charset=${charset}`,
    }),
  ];
}

function checkAddresses({ observed, calendar }: ReadMessage): Finding {
  const people = calendar[2].flatMap((component) => [
    ...properties(component, 'organizer'),
    ...properties(component, 'attendee'),
  ]);
  const wrong = people
    .map((line) => String(line[3]))
    .find((address) => !/^mailto:[^@\s]+@[^@\s]+$/i.test(address));
  if (wrong === undefined) return holds(ADDRESSES_ARE_MAILTO);
  return broken(ADDRESSES_ARE_MAILTO, observed, {
    reason: 'somebody in the message has no e-mail address',
    expected: 'mailto URIs in ORGANIZER and ATTENDEE',
    actual: wrong,
  });
}

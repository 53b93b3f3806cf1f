import { domainToASCII } from 'node:url';
import { toUSVString } from 'node:util';
import { excerpt } from '../../icalendar/icalendar-error.js';
import { ImipRefused } from './imip-refused.js';

/** Most octets of an address in an SMTP command (RFC 5321 section 4.5.3.1.3, without the angle brackets). */
const MAX_OCTETS = 254;
/** What stands left of the at sign: a dot-atom, with letters of all scripts (RFC 6531), or one in quotes. */
const LOCAL_PART =
  /^(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*|"[^"\\\p{C}]*")$/u;
/** Labels, or the address of a machine in brackets. */
const DOMAIN =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?|\[[0-9a-f:.]+\])$/i;

/**
 * The e-mail address that a calendar address names.
 *
 * Only one plain address passes: a calendar address comes from a stranger's message and goes into header lines and
 * SMTP commands, where a line end or an angle bracket would say something else.
 *
 * @param address a mailto URI (RFC 6068), in any case, octets in `%` notation; its query is left out
 * @returns the address as it stands in SMTP, its domain in ASCII
 * @throws ImipRefused (`no-mail-address`) for another URI, for none, or for several addresses (RFC 6047 section 2.3)
 */
export function mailboxOf(address: string): string {
  const [, path = ''] = /^mailto:([^?]*)/is.exec(address.trim()) ?? [];
  const mailbox = withPlainCharacters(path);
  const at = mailbox?.lastIndexOf('@') ?? -1;
  if (mailbox === undefined || at < 0) throw noMailAddress(address);
  const local = mailbox.slice(0, at);
  const domain = asciiDomain(mailbox.slice(at + 1));
  const whole = `${local}@${domain}`;
  if (!LOCAL_PART.test(local) || !DOMAIN.test(domain) || Buffer.byteLength(whole) > MAX_OCTETS) {
    throw noMailAddress(address);
  }
  return whole;
}

/**
 * The calendar address for an e-mail address: a mailto URI with all that has a meaning in URIs, and all that is not
 * ASCII, in `%` notation (RFC 6068 section 2), its domain in ASCII.
 */
export function calendarAddressOf(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  const [local, domain] = at < 0 ? [mailbox, ''] : [mailbox.slice(0, at), mailbox.slice(at)];
  const ascii = domain === '' ? '' : `@${encodeURI(asciiDomain(domain.slice(1)))}`;
  return `mailto:${encodeURI(toUSVString(local)).replace(/[?#&;,/]/g, encodeURIComponent)}${ascii}`;
}

/** Octets in `%` notation as the characters they stand for; undefined when they stand for none. */
function withPlainCharacters(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** An international domain as DNS knows it; all others as they stand. */
function asciiDomain(domain: string): string {
  return /^\p{ASCII}*$/u.test(domain) ? domain : domainToASCII(domain);
}

function noMailAddress(address: string): ImipRefused {
  return new ImipRefused(
    'no-mail-address',
    `${excerpt(address)} is not one e-mail address as mailto URI; nothing can be sent there by iMIP`,
  );
}

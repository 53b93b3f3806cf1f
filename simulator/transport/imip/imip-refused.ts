/**
 * Why something is no iMIP message, or cannot become one:
 *
 * - `unreadable`: no MIME message, no iCalendar object, or not the characters that its charset promises
 * - `too-large`: more octets, header lines or parts than are taken in
 * - `no-calendar`: no text/calendar part
 * - `no-method`: only text/calendar parts without method parameter, which are no iMIP (RFC 6047 section 2.4)
 * - `method-differs`: the parameter is another than the METHOD of the iCalendar object (RFC 6047 section 2.4)
 * - `several-calendars`: more parts than one, where one is expected
 * - `no-mail-address`: a calendar address that is not one mailto URI (RFC 6047 section 2.3)
 */
export type ImipReason =
  | 'unreadable'
  | 'too-large'
  | 'no-calendar'
  | 'no-method'
  | 'method-differs'
  | 'several-calendars'
  | 'no-mail-address';

/** An e-mail that is refused as iMIP, or a message that cannot be sent as such; `message` says what is wrong. */
export class ImipRefused extends Error {
  override readonly name = 'ImipRefused';
  readonly reason: ImipReason;

  constructor(reason: ImipReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

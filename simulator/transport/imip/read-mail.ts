import {
  type AddressObject,
  type Attachment,
  type HeaderValue,
  type ParsedMail,
  type StructuredHeader,
  simpleParser,
} from 'mailparser';
import { ImipRefused } from './imip-refused.js';
import { calendarAddressOf } from './mailbox.js';
import { onOneLine } from './plain-text.js';

/** Largest e-mail that is read, in octets: an iCalendar object of the largest size in base64, and a text. */
const MAX_MAIL = 16 * 1024 * 1024;
/** Most parts, which also bounds how deep they are nested. */
const MAX_PARTS = 50;
/** Most octets in the header of the mail or of a part. */
const MAX_HEADER = 64 * 1024;

/** A text/calendar part of an e-mail, whether it is iMIP or not. Parameters stand as in Content-Type. */
export interface CalendarPart {
  readonly method?: string;
  readonly component?: string;
  readonly charset?: string;
  /** Content-Transfer-Encoding in lower case; `7bit` when there is none (RFC 2045 section 6.1). */
  readonly encoding: string;
  /** iCalendar text; undefined when the octets are not what `charset` promises. */
  readonly calendar: string | undefined;
}

/** What an e-mail says, as far as scheduling is concerned. Addresses are calendar addresses (mailto URIs). */
export interface Mail {
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly sender: string | undefined;
  readonly replyTo: readonly string[];
  /** On one line; empty without any. */
  readonly subject: string;
  /** With angle brackets. */
  readonly messageId: string | undefined;
  /** The text for people, if there is one. */
  readonly text: string | undefined;
  /** All text/calendar parts, in order; those of messages that are attached are not among them. */
  readonly parts: readonly CalendarPart[];
}

/**
 * Reads an e-mail (RFC 5322, MIME).
 *
 * @param raw the octets, or text where they are ASCII
 * @throws ImipRefused `too-large` for more octets, header lines or parts than are taken in, `unreadable` for what is
 *   no e-mail
 */
export async function readMail(raw: Buffer | string): Promise<Mail> {
  const octets = Buffer.byteLength(raw);
  if (octets > MAX_MAIL) {
    throw new ImipRefused('too-large', `the mail has ${octets} octets; at most ${MAX_MAIL} are taken in`);
  }
  const mail = await parsed(raw);
  const sender = mail.headers.get('sender');
  return {
    from: addressesOf(mail.from)[0],
    to: addressesOf(mail.to),
    sender: addressesOf(sender as AddressObject | undefined)[0],
    replyTo: addressesOf(mail.replyTo),
    subject: onOneLine(mail.subject ?? ''),
    messageId: mail.messageId,
    text: mail.text,
    parts: mail.attachments.filter(({ contentType }) => contentType === 'text/calendar').map(partOf),
  };
}

async function parsed(raw: Buffer | string): Promise<ParsedMail> {
  let mail: ParsedMail;
  try {
    mail = await simpleParser(raw, {
      checksumAlgo: false,
      ignoreEmbedded: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      keepCidLinks: true,
      maxHeadSize: MAX_HEADER,
      maxChildNodes: MAX_PARTS,
    });
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    throw new ImipRefused(code === 'EMAXLEN' ? 'too-large' : 'unreadable', `no e-mail: ${message}`);
  }
  if (mail.headers.size === 0) throw new ImipRefused('unreadable', 'no e-mail: it has no header');
  return mail;
}

/** Groups are left out: a scheduling message goes to Calendar Users. */
function addressesOf(found: AddressObject | AddressObject[] | undefined): string[] {
  return [found ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => (address === undefined || address === '' ? [] : [calendarAddressOf(address)]));
}

function partOf({ headers, content }: Attachment): CalendarPart {
  const { method, component, charset } = parametersOf(headers.get('content-type'));
  const encoding = headers.get('content-transfer-encoding');
  return {
    ...(method === undefined ? {} : { method }),
    ...(component === undefined ? {} : { component }),
    ...(charset === undefined ? {} : { charset }),
    encoding: typeof encoding === 'string' ? encoding.toLowerCase() : '7bit',
    calendar: decoded(content, charset),
  };
}

function parametersOf(type: HeaderValue | undefined): StructuredHeader['params'] {
  return (type as StructuredHeader | undefined)?.params ?? {};
}

/** ASCII is read as UTF-8, of which it is a part and which who forgets the charset means (RFC 5545 section 3.1.4). */
function decoded(content: Buffer, charset = 'utf-8'): string | undefined {
  const label = /^(?:us-)?ascii$/i.test(charset) ? 'utf-8' : charset;
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(content);
  } catch {
    return undefined;
  }
}

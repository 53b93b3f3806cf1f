import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { excerpt } from '../../icalendar/icalendar-error.js';
import { type JCalComponent, textValue } from '../../icalendar/jcal.js';
import { calendarIfReadable } from '../../icalendar/parse.js';
import { methodOf } from '../../icalendar/read.js';
import { writeCalendar } from '../../icalendar/write.js';
import { ImipRefused } from './imip-refused.js';
import { mailboxOf } from './mailbox.js';
import { onOneLine, plainTextOf, scheduledComponent } from './plain-text.js';

/** A scheduling message on its way into an e-mail. Calendar addresses are mailto URIs. */
export interface ImipDraft {
  /** Calendar address for From. */
  readonly originator: string;
  /** Calendar address for To. */
  readonly recipient: string;
  /** Calendar address of who sends in the Originator's name, for Sender. */
  readonly sender?: string;
  /** Display names by calendar address, as they stand in the addresses above. */
  readonly names?: Readonly<Record<string, string>>;
  /** The scheduling message: iCalendar text, sent as it is, or jCal. */
  readonly calendar: string | JCalComponent;
  /** Message-ID, `<left@right>` or without brackets; who sends chooses it, and it is the same for the same mail. */
  readonly messageId: string;
  /** Date of the mail, UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly date: string;
  /** MIME parameter `method`; METHOD of the iCalendar object by default. */
  readonly method?: string;
  /** MIME parameter `component`; the name of the first component that is no time zone by default. */
  readonly component?: string;
  /** Subject; method and SUMMARY by default. */
  readonly summary?: string;
}

const MESSAGE_ID = /^<?([\w!#$%&'*+/=?^`{|}~.-]+@[\w!#$%&'*+/=?^`{|}~.[\]:-]+)>?$/;
const TOKEN = /^[\w-]{1,100}$/;

/**
 * Writes a scheduling message as e-mail (RFC 6047): multipart/alternative of a text for people and text/calendar with
 * method, charset and component. The same draft always gives the same octets.
 *
 * @returns the message in the format of RFC 5322, with CRLF line ends
 * @throws ImipRefused `no-mail-address` for an address that mail cannot reach, `no-method` when neither draft nor
 *   iCalendar object says a method, `unreadable` for a method or component that is no word
 * @throws RangeError for a Message-ID or date that is none
 */
export async function encodeImip(draft: ImipDraft): Promise<Buffer> {
  const { text, calendar } = bothForms(draft.calendar);
  const method = draft.method ?? (calendar && methodOf(calendar));
  if (method === undefined)
    throw new ImipRefused('no-method', 'a message without METHOD cannot be sent by iMIP');
  const words = calendar === undefined ? `Scheduling message: ${method}\n` : plainTextOf(calendar);
  const root = new MimeNode('multipart/alternative', {
    // It depends on the content too, so that no content can contain it.
    baseBoundary: createHash('sha256')
      .update(`${draft.messageId}\n${words}\n${text}`)
      .digest('hex')
      .slice(0, 32),
    boundaryPrefix: 'imip',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  root.setHeader(headersOf(draft, subjectOf(draft, method, calendar)));
  addText(root, 'text/plain; charset=UTF-8', words);
  addText(root, calendarType(method, draft.component ?? (calendar && componentOf(calendar))), text);
  return root.build();
}

function bothForms(given: string | JCalComponent): { text: string; calendar: JCalComponent | undefined } {
  if (typeof given === 'string') return { text: given, calendar: calendarIfReadable(given) };
  return { text: writeCalendar(given), calendar: given };
}

function headersOf(draft: ImipDraft, subject: string) {
  const [, messageId] = MESSAGE_ID.exec(draft.messageId) ?? [];
  if (messageId === undefined) throw new RangeError(`no Message-ID: ${excerpt(draft.messageId)}`);
  const date = new Date(draft.date);
  if (Number.isNaN(date.getTime())) throw new RangeError(`no date: ${excerpt(draft.date)}`);
  const mailbox = (address: string) => ({
    name: onOneLine(draft.names?.[address] ?? ''),
    address: mailboxOf(address),
  });
  return {
    from: mailbox(draft.originator),
    ...(draft.sender === undefined ? {} : { sender: mailbox(draft.sender) }),
    to: mailbox(draft.recipient),
    subject,
    'message-id': `<${messageId}>`,
    date,
  };
}

function subjectOf(draft: ImipDraft, method: string, calendar: JCalComponent | undefined): string {
  const component = calendar && scheduledComponent(calendar);
  const summary = component && textValue(component, 'summary');
  return onOneLine(draft.summary ?? (summary === undefined ? method : `${method}: ${summary}`));
}

function componentOf(calendar: JCalComponent): string | undefined {
  return scheduledComponent(calendar)?.[0].toUpperCase();
}

function calendarType(method: string, component: string | undefined): string {
  const wrong = [method, component ?? 'VEVENT'].find((word) => !TOKEN.test(word));
  if (wrong !== undefined) throw new ImipRefused('unreadable', `${excerpt(wrong)} is no method or component`);
  const named = component === undefined ? '' : `; component=${component}`;
  return `text/calendar; method=${method.toUpperCase()}; charset=UTF-8${named}`;
}

/** Quoted-printable, because it survives every way that mail takes and can still be read. */
function addText(root: MimeNode, type: string, text: string): void {
  root
    .createChild(type)
    .setHeader('content-transfer-encoding', 'quoted-printable')
    .setContent(Buffer.from(text));
}

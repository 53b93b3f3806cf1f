import { excerpt } from '../../icalendar/icalendar-error.js';
import type { JCalComponent } from '../../icalendar/jcal.js';
import { calendarIfReadable } from '../../icalendar/parse.js';
import { methodOf } from '../../icalendar/read.js';
import { ImipRefused } from './imip-refused.js';
import { type CalendarPart, type Mail, readMail } from './read-mail.js';

/** One scheduling message in an e-mail. */
export interface ImipBody {
  /** In upper case; MIME parameter and METHOD are the same. */
  readonly method: string;
  /** MIME parameter `component`, in upper case. */
  readonly component?: string;
  /** iCalendar text as it came. */
  readonly text: string;
  readonly calendar: JCalComponent;
}

/** An e-mail that carries scheduling messages; those are in `bodies`, at least one, in order. */
export interface Imip extends Omit<Mail, 'parts'> {
  readonly bodies: readonly ImipBody[];
}

/**
 * Reads an iMIP message (RFC 6047). From, Sender and Reply-To prove nothing: who is meant stands in the ORGANIZER and
 * ATTENDEE of the iCalendar object (RFC 6047 section 2.3).
 *
 * A mail may carry several scheduling messages, all of which have to be processed (RFC 6047 section 2.4); the same
 * one twice, as senders do for the sake of old mail programs, counts once.
 *
 * @param raw the octets of the e-mail
 * @throws ImipRefused with the reason: `too-large`, `unreadable`, `no-calendar`, `no-method` or `method-differs`
 */
export async function decodeImip(raw: Buffer | string): Promise<Imip> {
  const { parts, ...mail } = await readMail(raw);
  if (parts.length === 0) throw new ImipRefused('no-calendar', 'the mail has no text/calendar part');
  const meant = parts.filter(({ method }) => method !== undefined);
  if (meant.length === 0) {
    throw new ImipRefused('no-method', 'no text/calendar part of the mail has a method parameter');
  }
  const once = new Map(meant.map((part) => [part.calendar, part]));
  return { ...mail, bodies: [...once.values()].map(bodyOf) };
}

/**
 * The one scheduling message of an e-mail.
 *
 * @throws ImipRefused as `decodeImip`, and `several-calendars` when there are more
 */
export function onlyBody({ bodies }: Imip): ImipBody {
  const [body, ...others] = bodies;
  if (body === undefined || others.length > 0) {
    throw new ImipRefused('several-calendars', `the mail has ${bodies.length} scheduling messages, not one`);
  }
  return body;
}

function bodyOf({ method = '', component, calendar: text }: CalendarPart): ImipBody {
  const calendar = text === undefined ? undefined : calendarIfReadable(text);
  if (text === undefined || calendar === undefined) {
    throw new ImipRefused(
      'unreadable',
      'the text/calendar part of the mail is no iCalendar object in its charset',
    );
  }
  const meant = methodOf(calendar);
  if (meant !== method.toUpperCase()) {
    throw new ImipRefused(
      'method-differs',
      `the text/calendar part says method=${excerpt(method)}, its METHOD is ${excerpt(meant ?? '')}`,
    );
  }
  return {
    method: meant,
    ...(component === undefined ? {} : { component: component.toUpperCase() }),
    text,
    calendar,
  };
}

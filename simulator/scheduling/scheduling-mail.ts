import { createHash } from 'node:crypto';
import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress, methodOf, uidOf } from '../icalendar/read.js';
import type { BoxItem } from './box-item.js';
import type { MailerRules } from './mailer-rules.js';

/** A scheduling message that leaves by mail (RFC 6047). */
export interface SchedulingMail {
  /** The same for each attempt at the same sending to the same Recipient, so that a repeated mail can be told. */
  readonly messageId: string;
  /** Calendar address. */
  readonly from: string;
  /** Calendar address. */
  readonly to: string;
  /** When the message was sent by its Originator, UTC. */
  readonly at: string;
  /** For the parameter of text/calendar (RFC 6047 section 2.4). */
  readonly method: string;
  readonly calendar: JCalComponent;
}

/** What tells a mail from all others. */
export interface MailIdentity {
  /** Unlike the number of the sending, a UID is different in all services there are. */
  readonly uid: string;
  readonly number: number;
  readonly at: string;
  /** Calendar address in its canonical form. */
  readonly recipient: string;
}

/** The mail of a sending to one of its Recipients. */
export function mailOf(item: BoxItem, recipient: string, rules: MailerRules): SchedulingMail {
  const { number, at, originator, organizer, calendar } = item;
  const from = rules.mailFrom(originator, organizer);
  const uid = uidOf(calendar) ?? '';
  const name = rules.mailName({ uid, number, at, recipient: canonicalAddress(recipient) });
  return {
    messageId: `<${name}@${domainOf(from)}>`,
    from,
    to: rules.mailTo(recipient, item.recipients),
    ...{ at, calendar },
    method: rules.mailMethod(methodOf(calendar) ?? ''),
  };
}

/** A digest, because a UID or an address may have what no Message-ID has (RFC 5322 section 3.6.4). */
export function mailNameOf({ uid, number, at, recipient }: MailIdentity): string {
  const whole = JSON.stringify([uid, number, at, recipient]);
  return createHash('sha256').update(whole).digest('hex').slice(0, 32);
}

/** The domain of an address as it may stand in a Message-ID; not all calendar addresses have one. */
function domainOf(address: string): string {
  return /@([a-z0-9-]+(?:\.[a-z0-9-]+)*)$/i.exec(address)?.[1] ?? 'localhost';
}

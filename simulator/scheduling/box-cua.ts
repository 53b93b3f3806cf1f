import type { Entry } from '../itip/entry.js';
import type { Decision } from '../itip/outcome.js';
import type { BoxName } from './account.js';
import type { Consequence } from './boxes.js';
import type { MailRun, MailSender } from './mailer.js';
import { PublisherCua } from './publisher-cua.js';

/** What users and the service do with Inboxes, Outboxes and the rights to act for others. */
export class BoxCua extends PublisherCua {
  /**
   * The mailer runs once: what waits in the Outboxes leaves by mail, in the order of sending to each address, and is
   * marked there. A mail that is refused for good (SMTP 5xx) fails; other failures are tried again, later and later,
   * for five days. Running again, or after a restart, sends nothing twice, except a mail of which it was not noted any
   * more that the mail system had taken it over; that one has the same Message-ID.
   */
  runMailer(send: MailSender): Promise<MailRun> {
    return this.service.runMailer(send);
  }

  /**
   * Says who processes what arrives in the Inbox of a user from now on: the service at once, as RFC 6638 section 4 has
   * it and by default, or the user's own client when it likes.
   */
  setProcessing(user: string, who: 'server' | 'client'): void {
    this.service.setProcessing(user, who);
  }

  /** Processes what waits in the Inbox of a user whose client does that; see `CalendarService.processInbox`. */
  processInbox(user: string, name?: string): Decision<Entry>[] {
    return this.service.processInbox(this.service.directory.account(user), name);
  }

  /** A user deletes an entry of the Inbox or Outbox; what that leads to is told. Throws RangeError for unknown ones. */
  deleteItem(user: string, box: BoxName, name: string): Consequence {
    return this.service.deleteItem(this.service.directory.account(user), box, name);
  }

  /**
   * Removes the box entries about meetings that are over by the clock. Those of a cancelled meeting stay until it would
   * have been over, those of one without end until somebody deletes them.
   */
  purge(): void {
    this.service.purge();
  }

  /** Gives `actor` the right to schedule for `user`, or withdraws it, from now on. Throws RangeError. */
  setRight(user: string, actor: string, isGiven: boolean): void {
    this.service.setRight(user, actor, isGiven);
  }
}

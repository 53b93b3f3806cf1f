import type { DeliveryReport } from './target.js';

/** What a scheduling service can be asked for, beyond what calendars and messages show. */

/** A call of the schedule operation with a message that is ready. */
export interface ScheduleCall {
  /** User id of who sends it. */
  readonly originator: string;
  /** Calendar addresses; the usual Recipients when missing. */
  readonly recipients?: readonly string[];
  /** iCalendar text with METHOD. */
  readonly data: string;
}

/** What the schedule operation answers: for each address given, or why the call is refused. */
export type ScheduleResult =
  | {
      readonly accepted: true;
      /** Status of RFC 6638 section 3.2.9, in the order of the addresses. */
      readonly responses: readonly { readonly recipient: string; readonly status: string }[];
    }
  | { readonly accepted: false; readonly reason: string };

/** A scheduling message as mail (RFC 6047). */
export interface ServiceMail {
  /** Calendar addresses, as the envelope of SMTP has them. */
  readonly from: string;
  readonly to: string;
  /** The octets of the mail as text. */
  readonly raw: string;
}

/** What a service says about the deletion of a box entry. */
export type DeletionResult =
  | {
      readonly accepted: true;
      /** What it leads to: `record-lost`, `not-processed` or `not-sent`. */
      readonly consequence?: string;
      /** Calendar addresses of those who get nothing because of it. */
      readonly recipients?: readonly string[];
    }
  | { readonly accepted: false; readonly reason: string };

/** Whether an Inbox is processed by the service or by the user's own client. */
export type InboxProcessing = 'server' | 'client';

/** The operations of a scheduling service; each needs the capability that is named. */
export interface SchedulingService {
  /** `schedule` */
  schedule(call: ScheduleCall): Promise<ScheduleResult>;
  /** `mailer`: runs once; what waits in the Outboxes leaves. */
  runMailer(): Promise<void>;
  /** `mailer`: mail to a calendar address is refused with this code of SMTP, so many times. */
  failMail(recipient: string, code: number, times: number): Promise<void>;
  /** `mailer`: all mail that has left so far, oldest first. */
  mails(): Promise<readonly ServiceMail[]>;
  /** `mailer`: a mail comes in. */
  mailIn(mail: ServiceMail): Promise<DeliveryReport>;
  /** `client-processing`: who processes the Inbox of a user, from now on. */
  setProcessing(userId: string, who: InboxProcessing): Promise<void>;
  /** `client-processing`: the user's client processes what waits in the Inbox, oldest first. */
  processInbox(userId: string): Promise<void>;
  /** `box-deletion`: a user deletes an entry of a box. */
  deleteEntry(userId: string, box: 'inbox' | 'outbox', name: string): Promise<DeletionResult>;
  /** `rights`: gives `actor` the right to schedule for a user, or withdraws it. */
  setRight(userId: string, actor: string, isGiven: boolean): Promise<void>;
  /** `restart`: the service ends and begins again with what it has stored. */
  restart(): Promise<void>;
}

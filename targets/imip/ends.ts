import type { Sent } from '../../simulator/transport/smtp/sender.js';

/** A mail that arrived; addresses as in SMTP. */
export interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** Where the mail of a server arrives. */
export interface MailOut {
  /** Mail that has arrived since the last call, oldest first; on the first call, since this was opened. */
  arrivals(): Promise<readonly ArrivedMail[]>;
  close(): Promise<void>;
}

/** A login of the one for whom a mail is meant. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** How mail is handed to a server. */
export interface MailIn {
  /**
   * Hands one mail in.
   *
   * @param owner who gets it, where mail is put into a mailbox
   */
  hand(from: string, to: string, raw: Buffer, owner: Login): Promise<Sent>;
  close(): Promise<void>;
}

import { sameAddress } from '../icalendar/read.js';
import type { Outgoing } from '../itip/message.js';
import { sentOnBehalf } from '../itip/on-behalf.js';
import type { Network } from '../transport/network.js';
import type { Account } from './account.js';
import type { Admitted } from './admit-call.js';
import type { Boxes } from './boxes.js';
import type { Directory } from './directory.js';
import type { SchedulingRules } from './scheduling-rules.js';
import { type RecipientResponse, transmit } from './transmit.js';

/** What sending takes. */
export interface SendingOptions {
  readonly directory: Directory;
  readonly network: Network;
  readonly rules: SchedulingRules;
  readonly boxes: Boxes;
}

/** How messages leave: each is sent to its Recipients and listed in the Originator's Outbox. */
export class Sending {
  readonly #options: SendingOptions;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  /** Sends a message that may be sent. */
  transmit(admitted: Admitted): readonly RecipientResponse[] {
    const { responses, records } = transmit(admitted, this.#options);
    const { boxes, directory } = this.#options;
    boxes.file(directory, admitted.calendar, admitted.originator, records);
    return responses;
  }

  /**
   * Sends what one side has composed.
   *
   * @param sender who sends it in the name of its originator; that one itself when undefined
   * @param named who gets what is sent to the usual ones otherwise; a CANCEL to those removed is not meant
   */
  send(outgoing: readonly Outgoing[], sender?: Account, named?: readonly string[]): void {
    const address = sender?.user.addresses[0];
    const main = outgoing.find(({ method }) => method !== 'CANCEL') ?? outgoing[0];
    for (const message of outgoing) {
      const recipients = this.#reached(message, message === main, named);
      if (recipients.length === 0 && !this.#options.rules.listsUnsent()) continue;
      const { method, originator, calendar } =
        address === undefined ? message : sentOnBehalf(message, address, this.#options.rules);
      this.transmit({ method, originator, recipients, calendar });
    }
  }

  #reached(
    { recipients }: Outgoing,
    isMain: boolean,
    named: readonly string[] | undefined,
  ): readonly string[] {
    if (named === undefined) return recipients;
    if (isMain) return this.#options.rules.recipientsOf(named, recipients);
    return recipients.filter((address) => named.some((other) => sameAddress(address, other)));
  }
}

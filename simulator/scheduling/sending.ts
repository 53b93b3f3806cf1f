import { sameAddress } from '../icalendar/read.js';
import type { Outgoing } from '../itip/message.js';
import { sentOnBehalf } from '../itip/on-behalf.js';
import type { Network } from '../transport/network.js';
import type { Account } from './account.js';
import type { Admitted } from './admit-call.js';
import type { Boxes } from './boxes.js';
import type { Directory } from './directory.js';
import { isFromAttendee } from './recipient-rules.js';
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
    const { boxes, directory, rules } = this.#options;
    const calendar = rules.sentMessage(admitted.calendar, admitted.recipients);
    const { responses, records } = transmit({ ...admitted, calendar }, this.#options);
    boxes.file(directory, calendar, admitted.originator, records);
    return responses;
  }

  /**
   * Sends what one side has composed.
   *
   * @param sender who sends it in the name of its originator; that one itself when undefined
   * @param named who gets what goes to the usual ones otherwise; of those removed, whoever is named gets the CANCEL
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

  #reached(outgoing: Outgoing, isMain: boolean, named: readonly string[] | undefined): readonly string[] {
    const recipients = this.#usual(outgoing);
    if (named === undefined) return recipients;
    if (isMain) return this.#options.rules.recipientsOf(named, recipients);
    return recipients.filter((address) => named.some((other) => sameAddress(address, other)));
  }

  /** The rules of iTIP know one address of an Organizer, the directory knows all. */
  #usual({ method, originator, recipients }: Outgoing): readonly string[] {
    if (isFromAttendee(method) || method === 'PUBLISH') return recipients;
    const { directory, rules } = this.#options;
    const own = directory.at(originator)?.user.addresses ?? [];
    return rules.usualRecipients({ method, organizer: originator, own, attendees: recipients });
  }
}

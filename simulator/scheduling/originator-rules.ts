/** The Originator is not the Organizer: who sends a message is not in whose name it goes. */
export interface OriginatorRules {
  /** In whose Outbox a sending is listed: the Originator's. */
  outboxOwner(originator: string, organizer: string): string;
  /** Whom a box entry names as Originator: who sent it. */
  recordedOriginator(originator: string, organizer: string): string;
  /** Whom a box entry names as Organizer: ORGANIZER of the message. */
  recordedOrganizer(originator: string, organizer: string): string;
  /** Whether a right counts that has been withdrawn: not from that moment on. */
  honoursWithdrawnRight(): boolean;
}

export const originatorRules: OriginatorRules = {
  outboxOwner: (originator) => originator,
  recordedOriginator: (originator) => originator,
  recordedOrganizer: (_originator, organizer) => organizer,
  honoursWithdrawnRight: () => false,
};

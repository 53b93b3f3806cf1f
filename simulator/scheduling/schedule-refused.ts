/** Why a call of the schedule operation is refused as a whole. */
export type RefusalReason =
  /** The object has no METHOD, so it is no scheduling message. */
  | 'no-method'
  /** METHOD is none of iTIP. */
  | 'unknown-method'
  /** No component with a UID. */
  | 'no-uid'
  /** The message needs an ORGANIZER. */
  | 'no-organizer'
  /** The Originator is no Calendar User here. */
  | 'unknown-originator'
  /** Only the Organizer, or who has the right to act for the Organizer, sends that. */
  | 'not-the-organizer'
  /** Who answers must be listed, or have the right to act for one who is. */
  | 'not-taking-part'
  /** There is nobody to send it to: a PUBLISH names its Recipients. */
  | 'no-recipients';

/** The schedule operation was refused: nothing was sent and nothing filed. */
export class ScheduleRefused extends RangeError {
  override readonly name = 'ScheduleRefused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(`${reason}: ${message}`);
    this.reason = reason;
  }
}

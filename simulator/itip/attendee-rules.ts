import type { JCalComponent } from '../icalendar/jcal.js';
import type { Revision } from './revision.js';

/** What an Attendee's side makes of the Organizer's messages. */
export interface AttendeeRules {
  /** Whether two UIDs name the same event (RFC 2446 section 2.1.5, rule 1). */
  sameEvent(incoming: string, stored: string): boolean;
  /** UID of the stored copy of a new event: the one of the message. */
  uidOfCopy(incoming: string): string;
  /** Properties of a REQUEST that a new copy has: all, whether they are known here or not (RFC 5546 section 3.7.3). */
  contentOfCopy(event: JCalComponent): JCalComponent;
  /** Whether a REQUEST counts for what stands in a VEVENT; empty texts are none the worse (table of 3.2.2). */
  takesContent(event: JCalComponent): boolean;
  /** Components of a REQUEST that count: all of them (RFC 2446 section 3.2.2). */
  requestTakes<Component>(components: readonly Component[]): readonly Component[];
  /**
   * Whether a REQUEST with an unknown UID makes a new event, whatever its SEQUENCE (RFC 2446 section 3.2.2).
   *
   * @param instance key of the instance that it names first, empty for the series
   */
  takesUnknown(incoming: Revision, instance: string): boolean;
  /** Whether a REQUEST that does not list its recipient makes a new event, as for a member of a group (3.7.2). */
  takesUnlisted(): boolean;
  /** VTIMEZONEs by which the copy reads its times: those of the message (RFC 2446 section 3.1). */
  zonesOfCopy(defined: readonly JCalComponent[]): readonly JCalComponent[];
  /** Whether a change of the own copy goes round as a revision of the event: the Organizer's does (section 2.1). */
  ownEditIsRevision(): boolean;
  /**
   * Whether deleting the own copy declines the event: not one that is cancelled, for then nobody waits for an answer
   * (RFC 6638 section 3.2.2.4 asks for it else).
   */
  deletionDeclines(cancelled: boolean): boolean;
  /** Whether deleting the own copy cancels the event: an Attendee only declines (RFC 2446 section 3.2.5). */
  ownDeletionCancels(): boolean;
  /** The own copy of a component after an answer: with it (RFC 2446 section 2.1.1). */
  copyAfterAnswer(stored: JCalComponent, answered: JCalComponent): JCalComponent;
  /** The copy of a component after a REQUEST with a greater SEQUENCE (RFC 2446 section 3.2.2.1). */
  copyAfterReschedule(stored: JCalComponent, incoming: JCalComponent): JCalComponent;
  /** The copy of a component after a REQUEST with the same SEQUENCE (RFC 2446 section 3.2.2.2). */
  copyAfterUpdate(stored: JCalComponent, incoming: JCalComponent): JCalComponent;
  /**
   * The Attendee's own PARTSTAT after a REQUEST with the same SEQUENCE: what it answered stays.
   *
   * @param asked whether the REQUEST asks the Attendee for an answer
   */
  ownAnswerAfterUpdate(answered: string, incoming: string, asked: boolean): string;
  /** Whether a CANCEL counts: when it comes in the name of the Organizer of the copy (RFC 2446 section 3.2.5). */
  takesCancel(fromOrganizer: boolean): boolean;
  /** Whether a CANCEL without STATUS concerns this Attendee: when it is listed (RFC 2446 section 3.2.5). */
  cancelConcerns(listed: boolean): boolean;
  /** The copy of a component after a CANCEL (RFC 2446 section 3.2.5). */
  copyAfterCancel(stored: JCalComponent): JCalComponent;
  /**
   * Whether a CANCEL of an unknown UID or instance is kept for the REQUEST that it overtook (RFC 2446 section 5.2.1).
   */
  holdsEarlyCancel(sequence: number): boolean;
}

/** The Attendee's rules as the RFCs have them. */
export const attendeeRules: AttendeeRules = {
  sameEvent: (incoming, stored) => incoming === stored,
  uidOfCopy: (incoming) => incoming,
  contentOfCopy: (event) => event,
  takesContent: () => true,
  requestTakes: (components) => components,
  takesUnknown: () => true,
  takesUnlisted: () => true,
  zonesOfCopy: (defined) => defined,
  ownEditIsRevision: () => false,
  deletionDeclines: (cancelled) => !cancelled,
  ownDeletionCancels: () => false,
  copyAfterAnswer: (_stored, answered) => answered,
  copyAfterReschedule: (_stored, incoming) => incoming,
  copyAfterUpdate: (_stored, incoming) => incoming,
  ownAnswerAfterUpdate: (answered, incoming) => (answered === 'NEEDS-ACTION' ? incoming : answered),
  takesCancel: (fromOrganizer) => fromOrganizer,
  cancelConcerns: (listed) => listed,
  copyAfterCancel: (stored) => withStatus(stored, 'CANCELLED'),
  holdsEarlyCancel: (sequence) => sequence > 0,
};

/** The event with another STATUS. */
export function withStatus(event: JCalComponent, status: string): JCalComponent {
  const others = event[1].filter(([name]) => name !== 'status');
  return [event[0], [...others, ['status', {}, 'text', status]], event[2]];
}

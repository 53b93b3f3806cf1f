/** What a Calendar User wants; how it is done is the driver's business. */

/** Wall-clock time with its zone: `UTC` or a TZID known to `participants/time-zones.ts`. */
export interface ZonedTime {
  /** `YYYY-MM-DDTHH:MM:SS`, local to `zone`. */
  readonly local: string;
  readonly zone: string;
}

/** Which instances after the named one are meant as well (RFC 5545 section 3.2.13; RFC 2445 knew both). */
export type Range = 'THISANDFUTURE' | 'THISANDPRIOR';

/** How an event recurs. */
export interface Recurrence {
  /** Value of RRULE, e.g. `FREQ=WEEKLY;COUNT=4`. */
  readonly rule?: string;
  /** Starts of further instances (RDATE). */
  readonly also?: readonly ZonedTime[];
  /** Starts that are left out (EXDATE). */
  readonly except?: readonly ZonedTime[];
}

/** What every intent says: who wants it, for whom, and about which event. */
interface Wish {
  readonly actor: string;
  /** User id of the Calendar User in whose name it is done, where that is not the actor (SENT-BY). */
  readonly onBehalfOf?: string;
  readonly uid: string;
  /**
   * Calendar addresses of those who get what is sent, where not the usual ones do; none: it is only stored. Needs
   * `schedule`.
   */
  readonly recipients?: readonly string[];
}

/**
 * A wish that may be about one instance of a recurring event, named by its RECURRENCE-ID; where the event has whole
 * days, by midnight of that day in UTC.
 */
interface InstanceWish extends Wish {
  readonly instance?: ZonedTime;
}

/** What a Calendar User wants; how it is done is the driver's business. */
export type Intent =
  | (Wish & {
      readonly kind: 'invite';
      readonly summary: string;
      readonly attendees: readonly string[];
      readonly start: ZonedTime;
      readonly end: ZonedTime;
      readonly recurrence?: Recurrence;
      readonly location?: string;
      readonly description?: string;
      readonly status?: 'TENTATIVE' | 'CONFIRMED';
      /** ROLE by user id, where it is not REQ-PARTICIPANT. */
      readonly roles?: Readonly<Record<string, string>>;
      /** Value of DURATION, in place of DTEND. */
      readonly duration?: string;
      /** Whether the Organizer's object has an alarm that is repeated. */
      readonly alarm?: boolean;
      /** Revision that the Organizer's object already has when it is first sent. */
      readonly sequence?: number;
      /** VTIMEZONE as iCalendar text for the zone of `start`, unless that is UTC. */
      readonly timezone?: string;
    })
  | (InstanceWish & {
      readonly kind: 'reschedule';
      readonly start: ZonedTime;
      readonly end: ZonedTime;
      readonly range?: Range;
      /** Value of DURATION, in place of DTEND. */
      readonly duration?: string;
      /** Another recurrence in place of the one that the event has. */
      readonly recurrence?: Recurrence;
      /** Details that change together with the time. */
      readonly changes?: Changes;
      /** VTIMEZONE as iCalendar text for the zone of `start`, unless that is UTC. */
      readonly timezone?: string;
    })
  | (InstanceWish & { readonly kind: 'update'; readonly changes: Changes })
  | (Wish & {
      readonly kind: 'cancel';
      /** Only these instances; the whole event when missing. */
      readonly instances?: readonly ZonedTime[];
      /** With one instance: that one and all after or before it. */
      readonly range?: Range;
    })
  | (InstanceWish & { readonly kind: 'uninvite'; readonly attendee: string })
  /** The event again, unchanged: everybody shall confirm, or is just told the answers (RFC 2446 section 3.2.2.2). */
  | (Wish & { readonly kind: 'renotify'; readonly asking: boolean })
  /** Asks Attendees for their present status (RFC 2446 section 3.2.2.7). */
  | (Wish & { readonly kind: 'status-poll'; readonly attendees: readonly string[] })
  /** The actor becomes the Organizer in place of the one who was (RFC 2446 section 3.2.2.4). */
  | (Wish & { readonly kind: 'change-organizer' })
  | (InstanceWish & {
      readonly kind: 'accept' | 'tentative' | 'decline';
      /** User id of the Attendee for whom somebody else answers, from the copy that came to that one. */
      readonly attendee?: string;
    })
  /** The event goes to those named in `recipients`, who need not answer (RFC 5546 section 3.2.1). */
  | (Wish & { readonly kind: 'publish' })
  /** An Attendee asks the Organizer for the event as it is now (RFC 5546 section 3.2.6). */
  | (Wish & { readonly kind: 'refresh' })
  /** The Organizer writes down an answer that came in no message. */
  | (InstanceWish & { readonly kind: 'note-answer'; readonly attendee: string; readonly partstat: string })
  | (InstanceWish & {
      readonly kind: 'delegate';
      readonly to: string;
      /** Whether the Delegator wants to go on receiving updates. */
      readonly updates?: boolean;
    })
  | (Wish & { readonly kind: 'forward'; readonly to: string })
  /** An Attendee moves the event in the own calendar alone, or deletes it there (RFC 2446 sections 2.1 and 3.2.5). */
  | (Wish & { readonly kind: 'edit-copy'; readonly start: ZonedTime; readonly end: ZonedTime })
  | (Wish & { readonly kind: 'delete-copy' })
  /**
   * What the actor decides about a message whose effect is the user's choice: somebody uninvited has answered, or
   * another takes over as Organizer. It is accepted where the decision is carried out, or holds already because the
   * target has not asked; not where the target leaves no such choice.
   */
  | (Wish & {
      readonly kind: 'decide';
      readonly decision: 'accept' | 'decline';
      /** User id of who sent the message. */
      readonly about: string;
      /** Whether somebody uninvited hears of the refusal, by a CANCEL. */
      readonly telling?: boolean;
    });

/** Details of an event that may change without moving it in time (RFC 2446 section 3.2.2.2, RFC 5546 section 2.1.4). */
export interface Changes {
  readonly summary?: string;
  readonly location?: string;
  readonly description?: string;
  /** TENTATIVE or CONFIRMED; to cancel is another intent. */
  readonly status?: string;
  /** User ids of Attendees who are invited in addition. */
  readonly invited?: readonly string[];
}

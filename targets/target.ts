/**
 * The port: everything the suite may ask of whatever is under test, and every fact it may see.
 *
 * A target carries out intents of Calendar Users and reports plain facts. It never judges.
 * All targets report facts of the same types; copies are found by UID wherever the target put them.
 */

/** Who is obliged by a requirement (design: "Duty, not place, decides what is judged"). */
export type Party = 'organizer' | 'attendee' | 'delegate' | 'originator' | 'server' | 'mail-agent';

/** What a party has to do; which side of the port does it depends on the driver (see duties.ts). */
export type Duty = 'decide' | 'compose' | 'transmit' | 'receive' | 'store';

/** How an intent is carried out. */
export type Driver = 'explicit' | 'implicit' | 'mail';

/**
 * What a target can do beyond the least that is asked of all.
 *
 * - `hold-messages`: messages wait in transit until the harness delivers them, in any order, any number of times
 * - `message-in`: takes in a scheduling message that a simulated counterpart composed
 * - `inbox` / `outbox`: the scheduling Inbox / Outbox can be listed
 * - `clock`: virtual time that the harness advances
 * - `last-seen`: reports the revision of the last REPLY applied for each Attendee
 * - `quiescence`: `settle()` proves that nothing is under way any more
 * - `schedule-tag`: reports Schedule-Tags (RFC 6638 section 3.2.10)
 * - `delegation`: an Attendee may delegate (RFC 2446 section 3.2.2.3)
 * - `uninvited-decision`: asks the Organizer about the answer of somebody uninvited (RFC 2446 section 3.2.2.6)
 * - `groups`: a group can be invited; its members answer for themselves (MEMBER)
 * - `rooms`: a room can be invited as Attendee (RFC 2446 section 4.2.1); who answers for it is left open
 * - `delegation-chain`: a Delegate may delegate again, which RFC 2446 section 3.2.2.3 lets implementations refuse
 */
export const CAPABILITIES = [
  'hold-messages',
  'message-in',
  'inbox',
  'outbox',
  'clock',
  'last-seen',
  'quiescence',
  'schedule-tag',
  'delegation',
  'delegation-chain',
  'groups',
  'uninvited-decision',
  'rooms',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export interface TargetDescription {
  /** Name for reports and baselines, e.g. `reference`, `cyrus`. */
  readonly name: string;
  readonly kind: string;
  /** Product and version as far as the target tells, e.g. `Cyrus-HTTP/3.6.1`. */
  readonly product: string;
  readonly driver: Driver;
  readonly capabilities: ReadonlySet<Capability>;
  /** True where numbers are reproducible, so that scenarios compare SEQUENCE literally and not by relation. */
  readonly literal: boolean;
}

/** A Calendar User of one scenario, as cast by the target. */
export interface CalendarUser {
  /** Lower-case first name from the scenario, e.g. `anna`. */
  readonly id: string;
  /** Name as the scenario says it, e.g. `Anna`. */
  readonly name: string;
  /** Calendar addresses, primary first, as the target writes them. */
  readonly addresses: readonly string[];
  /** Who acts for this user: the target, or the harness as a simulated counterpart. */
  readonly placement: 'target' | 'harness';
  /** CUTYPE, where it is not a person. */
  readonly cutype?: Cutype;
  /** Of a group: calendar addresses of its members. */
  readonly members?: readonly string[];
}

/** Calendar User types beside INDIVIDUAL (RFC 5545 section 3.2.3). */
export type Cutype = 'GROUP' | 'RESOURCE' | 'ROOM';

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
  | (InstanceWish & { readonly kind: 'accept' | 'tentative' | 'decline' })
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

/** Details of an event that may change without rescheduling it (RFC 2446 section 3.2.2.2). */
export interface Changes {
  readonly summary?: string;
  readonly location?: string;
  readonly description?: string;
  /** User ids of Attendees who are invited in addition. */
  readonly invited?: readonly string[];
}

/** Whether the target carried the intent out; `reason` is the target's own word, for diagnosis only. */
export type ActResult = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** A scheduling message that waits between Originator and Recipient; only with `hold-messages`. */
export interface MessageInTransit {
  readonly id: string;
  readonly originator: string;
  readonly recipient: string;
  /** iCalendar text with its METHOD. */
  readonly data: string;
}

/** A scheduling message that the target composed, in the order of sending as far as it can be seen. */
export interface ObservedMessage extends MessageInTransit {
  readonly composedBy: 'target';
  readonly channel: 'network' | 'inbox' | 'mail';
}

/** The target's own word on a delivered message; verdicts look at effects instead. */
export interface DeliveryReport {
  readonly outcome: 'applied' | 'ignored' | 'held' | 'rejected' | 'unknown';
  readonly reason: string;
}

/** One calendar object resource in one user's calendars. */
export interface CalendarCopy {
  readonly uid: string;
  readonly name: string;
  /** iCalendar text without METHOD. */
  readonly data: string;
  readonly scheduleTag?: string;
}

/** One entry of a scheduling Inbox or Outbox. */
export interface BoxEntry {
  readonly name: string;
  readonly uid: string;
  /** iCalendar text with its METHOD. */
  readonly data: string;
  readonly recipients: readonly { readonly address: string; readonly status?: string }[];
  readonly state?: 'unprocessed' | 'processed' | 'failed';
}

/** Revision of the last REPLY that was applied for one Attendee (RFC 2446 section 2.1.5). */
export interface LastSeen {
  readonly uid: string;
  readonly attendee: string;
  /** The instance that was answered, in UTC, as a date or without zone; absent for the series. */
  readonly recurrenceId?: string;
  readonly sequence: number;
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly dtstamp: string;
}

/** All that can be seen of one Calendar User's side. */
export interface Observation {
  readonly calendar: readonly CalendarCopy[];
  readonly inbox: readonly BoxEntry[];
  /** Empty without the capability `outbox`. */
  readonly outbox: readonly BoxEntry[];
  /** Empty without the capability `last-seen`. */
  readonly lastSeen: readonly LastSeen[];
}

/** A target opened for one scenario with its cast. UIDs are unique per scenario, so scenarios cannot meet. */
export interface Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  /** Carries out an intent. Throws NotExpressible where the driver has no way to say it. */
  act(intent: Intent): Promise<ActResult>;
  /** Takes the messages composed since the last call; with `hold-messages` they travel no other way. */
  drain(): Promise<readonly MessageInTransit[]>;
  /** Hands a message to its recipient's side. Needs `hold-messages` or `message-in`. */
  deliver(message: MessageInTransit): Promise<DeliveryReport>;
  /** True when nothing is under way any more, proved; false when the target cannot tell. */
  settle(): Promise<boolean>;
  observe(userId: string): Promise<Observation>;
  /** Every message that the target composed in this scenario so far, oldest first. */
  messages(): Promise<readonly ObservedMessage[]>;
  /** Moves virtual time forward, in seconds. Does nothing without the capability `clock`. */
  advance(seconds: number): Promise<void>;
  /** Removes all that the scenario left behind. Safe to call twice. */
  close(): Promise<void>;
}

/** The Calendar Users that a scenario needs, by name; those in `external` are played by the harness. */
export interface CastRequest {
  readonly scenario: string;
  readonly names: readonly string[];
  readonly external: readonly string[];
  /** By name, those who are no persons. */
  readonly cutypes?: Readonly<Record<string, Cutype>>;
  /** By name of a group, the names of its members. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** By name, the names of those for whom somebody may schedule (a secretary). */
  readonly rights?: Readonly<Record<string, readonly string[]>>;
}

export interface Target {
  readonly description: TargetDescription;
  open(request: CastRequest, trace: Trace): Promise<Stage>;
  close(): Promise<void>;
}

/** One thing that happened, for ladders and diagnosis. Credentials never enter a trace. */
export interface TraceEvent {
  readonly kind: 'intent' | 'composed' | 'held' | 'delivered' | 'decision' | 'exchange' | 'observed';
  /** Real time, epoch milliseconds. */
  readonly at: number;
  /** Virtual time as UTC text, where the target has a clock. */
  readonly virtual?: string;
  /** User id or address of who did it. */
  readonly from?: string;
  readonly to?: string;
  /** One line for people. */
  readonly text: string;
  /** iCalendar text or a wire exchange, redacted. */
  readonly detail?: string;
  /** Ties `composed`, `held` and `delivered` of one message together. */
  readonly messageId?: string;
}

export interface Trace {
  add(event: Omit<TraceEvent, 'at'>): void;
  /** Names a rule that the reference consulted (selftest picks scenarios for faults by it). */
  rule(name: string): void;
}

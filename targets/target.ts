import type { Intent } from './intent.js';
import type { SchedulingService } from './scheduling-service.js';

export type { Changes, Intent, Range, Recurrence, ZonedTime } from './intent.js';

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

/** What only a scheduling service offers, beyond what calendars and messages show. */
export const OF_A_SERVICE = [
  'outbox',
  'schedule',
  'publish',
  'refresh',
  'answer-by-hand',
  'mailer',
  'client-processing',
  'box-deletion',
  'rights',
  'restart',
  'notifications',
] as const;

/**
 * What a target can do beyond the least that is asked of all.
 *
 * - `hold-messages`: messages wait in transit until the harness delivers them, in any order, any number of times
 * - `message-in`: takes in a scheduling message that a simulated counterpart composed, and lets the harness see what
 *   it sends to one
 * - `imip-out` / `imip-in`: sends mail to / takes mail in from Calendar Users of other systems (RFC 6047)
 * - `inbox` / `outbox`: the scheduling Inbox / Outbox can be listed
 * - `clock`: virtual time that the harness advances
 * - `last-seen`: reports the revision of the last REPLY applied for each Attendee
 * - `quiescence`: `settle()` proves that nothing is under way any more
 * - `schedule-tag`: reports Schedule-Tags (RFC 6638 section 3.2.10)
 * - `delegation`: an Attendee may delegate (RFC 2446 section 3.2.2.3)
 * - `uninvited-decision`: asks the Organizer about the answer of somebody uninvited (RFC 2446 section 3.2.2.6)
 * - `groups`: a group can be invited; its members answer for themselves (MEMBER)
 * - `rooms`: a room can be invited as Attendee (RFC 2446 section 4.2.1); who answers for it is left open
 * - `schedule`: the schedule operation can be called with a message that is ready, and with named Recipients
 * - `publish` / `refresh`: an event can be published, and asked for again (RFC 5546 sections 3.2.1 and 3.2.6)
 * - `answer-by-hand`: an Organizer can write down an answer that came in no message
 * - `mailer`: the mailer runs when it is told to, and its mail can be seen and refused
 * - `client-processing`: a user's own client may process the Inbox in the place of the service
 * - `box-deletion`: entries of Inbox and Outbox can be deleted, and what that leads to is told
 * - `rights`: the right to schedule for another can be given and withdrawn
 * - `restart`: the service can be ended and begun again
 * - `notifications`: what a user is told of can be listed
 * - `delegation-chain`: a Delegate may delegate again, which RFC 2446 section 3.2.2.3 lets implementations refuse
 */
export const CAPABILITIES = [
  'hold-messages',
  'message-in',
  'imip-out',
  'imip-in',
  'inbox',
  'clock',
  'last-seen',
  'quiescence',
  'schedule-tag',
  'delegation',
  'delegation-chain',
  'groups',
  'uninvited-decision',
  'rooms',
  ...OF_A_SERVICE,
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
  /** What was tried of that which the target declares; missing where nothing had to be. */
  readonly probes?: readonly CapabilityProbe[];
  /** Of what it has not, why, where there is more to say. */
  readonly missing?: Readonly<Partial<Record<Capability, string>>>;
  /** The two that it is made of, where it is a pair of targets that exchange mail. */
  readonly sides?: Readonly<Record<Side, SideDescription>>;
}

/** Of two targets that exchange mail, the one where the Organizer lives, and the one where the Attendees live. */
export type Side = 'organizer' | 'attendee';

export type SideDescription = Pick<TargetDescription, 'name' | 'product' | 'driver'>;

/** What trying a capability showed. `capabilities` has those that are there, whatever the target declares. */
export interface CapabilityProbe {
  readonly capability: Capability;
  /** Where the target declares it, e.g. in which header or property; missing where it does not. */
  readonly declared?: string;
  readonly present: boolean;
  /** What was seen, in words. */
  readonly evidence: string;
  /** Row of the catalogue that is broken where it is declared and not there. */
  readonly requirement?: string;
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
  /** Whether only mail reaches this user. */
  readonly byMail?: boolean;
  /** CUTYPE, where it is not a person. */
  readonly cutype?: Cutype;
  /** Of a group: calendar addresses of its members. */
  readonly members?: readonly string[];
}

/** Calendar User types beside INDIVIDUAL (RFC 5545 section 3.2.3). */
export type Cutype = 'GROUP' | 'RESOURCE' | 'ROOM';

/** Whether the target carried the intent out; `reason` is the target's own word, for diagnosis only. */
export type ActResult = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/** A scheduling message that waits between Originator and Recipient; only with `hold-messages`. */
export interface MessageInTransit {
  readonly id: string;
  readonly originator: string;
  readonly recipient: string;
  /** iCalendar text with its METHOD. */
  readonly data: string;
  /** Where it left as mail: the octets of that mail as text, which are handed in as they are. */
  readonly raw?: string;
}

/** A scheduling message that the target composed, in the order of sending as far as it can be seen. */
export interface ObservedMessage extends MessageInTransit {
  readonly composedBy: 'target';
  readonly channel: 'network' | 'inbox' | 'mail';
  /** True where it lies in the place of earlier messages about the event, some of which nobody may have seen. */
  readonly mayCover?: boolean;
  /** Of a mail: what its MIME part says of the iCalendar object (RFC 6047 section 2.4). */
  readonly mime?: MimePart;
}

/** Header fields of a text/calendar part, as they stand. */
export interface MimePart {
  readonly method?: string;
  readonly component?: string;
  readonly charset?: string;
  /** Content-Transfer-Encoding, in lower case. */
  readonly encoding: string;
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
  /** Calendar addresses of who sent it, and of its Organizer, where the box says so. */
  readonly originator?: string;
  readonly organizer?: string;
  readonly recipients: readonly {
    readonly address: string;
    readonly status?: string;
    readonly state?: BoxState;
  }[];
  readonly state?: BoxState;
}

/** How far a message has got, with one Recipient or as a whole. */
export type BoxState = 'unprocessed' | 'processed' | 'failed';

/** Something that a user was told of. */
export interface Notification {
  /** METHOD of the message that led to it. */
  readonly kind: string;
  readonly uid: string;
  readonly recurrenceId?: string;
  /** UTC. */
  readonly at: string;
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
  /** With the capability `notifications`, oldest first. */
  readonly notifications?: readonly Notification[];
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
  /** What else a scheduling service can be asked for; missing where it offers none of it. */
  readonly service?: SchedulingService;
  /** Moves virtual time forward, in seconds. Does nothing without the capability `clock`. */
  advance(seconds: number): Promise<void>;
  /**
   * Whether messages between two users wait for the harness, on a stage where those between others do not; missing
   * where `hold-messages` says it of all. Needs `hold-messages`.
   */
  holds?(from: string, to: string): boolean;
  /** Which side broke a rule, on a stage of two targets that exchange mail; undefined where that cannot be told. */
  atFault?(broken: BrokenRule): Side | undefined;
  /**
   * Nobody plays here any more. What the scenario left behind may be removed while something is waited for on the next
   * stage; `close` does the rest. Missing where nothing is ever waited for.
   */
  leave?(): void;
  /** Does a bit of what is to be done on the target beside this scenario; false when there is nothing at present. */
  meanwhile?(): Promise<boolean>;
  /** Removes all that the scenario left behind. Safe to call twice. */
  close(): Promise<void>;
}

/** A rule that was broken: who is obliged by it, and the message or object that proves it, as iCalendar text. */
export interface BrokenRule {
  readonly party: Party;
  readonly duty: Duty;
  readonly evidence: string | undefined;
}

/** The Calendar Users that a scenario needs, by name; those in `external` are played by the harness. */
export interface CastRequest {
  readonly scenario: string;
  readonly names: readonly string[];
  readonly external: readonly string[];
  /** Of these, those whom only mail reaches. */
  readonly byMail?: readonly string[];
  /** By name, the calendar addresses that some of these have on another system; only mail reaches them there. */
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
  /** By name, those who are no persons. */
  readonly cutypes?: Readonly<Record<string, Cutype>>;
  /** By name of a group, the names of its members. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  /** By name, the names of those for whom somebody may schedule (a secretary). */
  readonly rights?: Readonly<Record<string, readonly string[]>>;
}

export interface Target {
  readonly description: TargetDescription;
  /**
   * Milliseconds for which requests have been kept back so far, so that a server is not asked more often than it may
   * be; missing where nothing ever is.
   */
  throttledMs?(): number;
  /** Milliseconds so far in which a server was answering the lane; missing where there is none to wait for. */
  answeringMs?(): number;
  /** The same of all lanes together, with the time in which the server was spared. */
  busyMs?(): number;
  open(request: CastRequest, trace: Trace): Promise<Stage>;
  /** Calendar addresses of somebody who lives here; missing where the target exchanges no mail with another one. */
  readonly addressesOf?: ((name: string) => Promise<readonly string[]>) | undefined;
  close(): Promise<void>;
}

/**
 * One thing that happened, for ladders and diagnosis. Credentials never enter a trace.
 *
 * `held` says that a message is still on its way when something else is done or arrives first, or when the scenario
 * ends; `observed` says what a look has seen for the first time, or that it is gone.
 */
export interface TraceEvent {
  readonly kind: 'intent' | 'composed' | 'held' | 'delivered' | 'decision' | 'exchange' | 'observed';
  /** Real time, epoch milliseconds. */
  readonly at: number;
  /** Virtual time as UTC text, where the target has a clock. */
  readonly virtual?: string;
  /** User id or address of who did it. */
  readonly from?: string;
  readonly to?: string;
  /**
   * What a message passes between its Originator and its Recipient, or where something was seen: the Recipient's
   * Inbox, the Originator's Outbox, or mail.
   */
  readonly via?: 'inbox' | 'outbox' | 'mail';
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

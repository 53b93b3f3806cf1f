import { momentOf } from '../icalendar/date-line.js';
import { withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { canonicalAddress, eventsOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import { admitted } from './admit.js';
import { type Answer, takeAnswer } from './answer-taken.js';
import { delegatorsOf, hasDelegatedTo, lineOf, partstatOf } from './delegation.js';
import { type Entry, eventOf } from './entry.js';
import { instanceIn, isFindable, masterOf, SERIES, scopeOf, withEvent } from './instances.js';
import { applied, type Decision, decideEach, without } from './outcome.js';
import { lastReply, withReply } from './replies.js';
import { revisionText } from './revision.js';
import type { Rules } from './rules.js';
import { sendAgain } from './send-again.js';
import type { EventAndTold } from './take-delegation.js';

/** Who receives a REPLY, and when. */
export interface ReplyReceiver {
  /** The receiver's calendar addresses. */
  readonly own: readonly string[];
  /** DTSTAMP of messages in return, UTC. */
  readonly now: string;
  /** Whether the user has decided that an uninvited Calendar User is added. */
  readonly adds?: boolean;
}

/** An entry in the course of a REPLY, and the addresses of those who must hear of what changed. */
interface Taken {
  readonly entry: Entry;
  readonly told: readonly string[];
}

/** A REPLY that is being taken in. */
interface Taking {
  readonly message: JCalComponent;
  /** The entry before the message: what came before is what other messages brought, not its own components. */
  readonly before: Entry;
  readonly receiver: ReplyReceiver;
  /** Whether the receiver organizes the event; else it is a Delegator who hears of the Delegate. */
  readonly organizes: boolean;
  readonly rules: Rules;
}

/**
 * The Organizer's side receives a REPLY (RFC 2446 section 3.2.3, ordered per Attendee and instance by 2.1.5). An
 * answer to one instance makes an override of it where there is none; an answer to the series leaves the overrides.
 * A Delegator's side takes the answers of its Delegates (RFC 5546 section 4.2.6).
 *
 * @param stored the receiver's entry of that event, if there is one
 * @throws IcalendarError when an instance cannot be found in reasonable time
 */
export function receiveReply(
  stored: Entry | undefined,
  message: JCalComponent,
  receiver: ReplyReceiver,
  rules: Rules,
): Decision<Entry> {
  if (stored === undefined) return without('ignored', 'sameEvent', 'answers an unknown event');
  const parts = rules.replyTakes(eventsOf(message));
  if (parts.length === 0) return without('rejected', 'answersFor', 'a REPLY without VEVENT');
  const taking = { message, before: stored, receiver, organizes: organizes(stored, receiver.own), rules };
  const before: Taken = { entry: stored, told: [] };
  return withMessages(
    decideEach(before, parts, (taken, reply) => takeReply(taken, reply, taking)),
    taking,
  );
}

function organizes(stored: Entry, own: readonly string[]): boolean {
  const organizer = canonicalAddress(organizerOf(eventOf(stored)) ?? '');
  return own.some((address) => canonicalAddress(address) === organizer);
}

/** The decision with the REQUESTs that leave: composed when all components have been taken. */
function withMessages(decision: Decision<Taken>, { receiver, organizes, rules }: Taking): Decision<Entry> {
  if (decision.outcome !== 'applied') return decision;
  const { entry, told } = decision.effect;
  const round = organizes && rules.redistributesAfterReply();
  if (!organizes || (told.length === 0 && !round)) return { ...decision, effect: entry };
  const sending = { to: round ? undefined : told, asked: [], now: receiver.now };
  const { entry: effect, outgoing } = sendAgain(entry, sending, rules);
  return { ...decision, effect, outgoing };
}

function takeReply(taken: Taken, reply: JCalComponent, taking: Taking): Decision<Taken> {
  const { message, before, receiver, rules } = taking;
  const line = rules.replyingLine(reply);
  if (line === undefined) return without('rejected', 'answersFor', 'a REPLY without ATTENDEE');
  const { calendar } = taken.entry;
  const named = scopeOf(reply, message, rules).instance;
  const instance = rules.replyReaches(named, () => firstInstance(calendar));
  const event = instance === undefined ? undefined : answeredEvent(calendar, reply, instance, rules);
  if (instance === undefined || event === undefined) {
    return without('ignored', 'takesReplyToUnknownInstance', `there is no instance ${named}`);
  }
  const address = rules.repliesFor(line);
  const revision = rules.revisionOfReply(reply, sequenceOf(event));
  const answer: Answer = { reply, line, address, instance, revision };
  if (!taking.organizes && !rules.takesReplyAsDelegator(hasDelegatedTo(event, receiver.own, address))) {
    return without('ignored', 'takesReplyAsDelegator', `${address} does not answer to this Calendar User`);
  }
  const last = lastReply(before, canonicalAddress(address), instance, rules);
  if (last !== undefined && rules.orderReply(answer.revision, last) !== 'newer') {
    return without('ignored', 'orderReply', `not newer than ${revisionText(last)}`);
  }
  const outdated = rules.compareSequence(answer.revision.sequence, sequenceOf(event)) < 0;
  const admission = admitted(event, answer, { outdated, adds: receiver.adds ?? false }, rules);
  if ('refused' in admission) return admission.refused;
  return counted(taken, event, admission.listed, { answer, outdated, rules });
}

/** Key of the first instance of a series, `SERIES` where there is none. */
function firstInstance(calendar: JCalComponent): string {
  const master = masterOf(calendar);
  const start = master && property(master, 'dtstart');
  const recurs = master?.[1].some(([name]) => name === 'rrule' || name === 'rdate') ?? false;
  return start === undefined || !recurs ? SERIES : momentOf(start, calendar);
}

/** The event that is answered; for an instance without override, one that is made now. */
function answeredEvent(
  calendar: JCalComponent,
  reply: JCalComponent,
  instance: string,
  rules: Rules,
): JCalComponent | undefined {
  const master = masterOf(calendar);
  if (instance === SERIES) return master;
  if (!isFindable(reply, calendar, rules)) return undefined;
  const series = master && rules.seriesAnswered(master);
  const searched =
    series === undefined || series === master ? calendar : withEvent(calendar, SERIES, series, rules);
  const found = instanceIn(searched, instance, rules);
  const id = property(reply, 'recurrence-id');
  if (found !== undefined || master === undefined || id === undefined) return found;
  return rules.takesReplyToUnknownInstance() ? withProperty(master, id) : undefined;
}

/** How an answer counts, given the event before it and the event in which the one who replies is listed. */
function counted(
  { entry, told }: Taken,
  before: JCalComponent,
  listed: EventAndTold,
  { answer, outdated, rules }: { answer: Answer; outdated: boolean; rules: Rules },
): Decision<Taken> {
  const { address, line, revision } = answer;
  const note = ({ event, told: more }: EventAndTold): Taken => ({
    entry: noted(entry, before, event, answer, rules),
    told: [...told, ...listed.told, ...more],
  });
  if (outdated && !rules.takesOutdatedAnswer(revision.sequence, sequenceOf(before))) {
    const event = rules.eventAfterOutdatedAnswer(listed.event, answer.reply);
    const reason = 'answers an older revision; noted, not counted';
    return applied('takesOutdatedAnswer', reason, note({ event, told: refreshed(event, address, rules) }));
  }
  const since = (attendee: string) => hasAnsweredSince(entry, attendee, answer, rules);
  const own = rules.eventAfterAnswer(listed.event, answer.reply);
  const after = takeAnswer(own, answer, since, rules);
  return applied('orderReply', `${address} is ${partstatOf(line)}`, note(after));
}

/** An outdated answer of a Delegate asks for the present revision (RFC 5546 section 5.2.2). */
function refreshed(event: JCalComponent, address: string, rules: Rules): readonly string[] {
  const line = lineOf(event, address);
  return line !== undefined && delegatorsOf(line).length > 0 ? rules.refreshedDelegate(address) : [];
}

function hasAnsweredSince(
  entry: Entry,
  attendee: string,
  { instance, revision }: Answer,
  rules: Rules,
): boolean {
  const last = lastReply(entry, canonicalAddress(attendee), instance, rules);
  return last !== undefined && last.dtstamp >= revision.dtstamp;
}

function noted(
  entry: Entry,
  before: JCalComponent,
  event: JCalComponent,
  { address, instance, revision }: Answer,
  rules: Rules,
): Entry {
  const calendar = event === before ? entry.calendar : withEvent(entry.calendar, instance, event, rules);
  return withReply({ ...entry, calendar }, canonicalAddress(address), instance, revision, rules);
}

import { makeProperty, withoutProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter, properties, property } from '../icalendar/jcal.js';
import { dtstampOf, organizerOf, sameAddress, sequenceOf, statusOf, uidOf } from '../icalendar/read.js';
import { withAnswer } from './answer-taken.js';
import { attendeeLine, isListed } from './attendee-index.js';
import type { Change } from './change.js';
import { addressOf, delegatorsOf, partstatOf } from './delegation.js';
import type { Entry } from './entry.js';
import { withOwnLine } from './forwarding.js';
import { eventsByScope, instanceIn, keepEvents, masterOf, SERIES, withEvent } from './instances.js';
import { messageOf } from './message.js';
import type { Rules } from './rules.js';
import { addressesIn, addressesOf } from './views.js';

/** An Attendee's answer. */
export interface Answering {
  /** The Attendee's calendar addresses. */
  readonly own: readonly string[];
  /** ACCEPTED, TENTATIVE or DECLINED. */
  readonly partstat: string;
  /** Key of the instance that is answered; undefined for all that the Attendee was invited to. */
  readonly instance: string | undefined;
  /** DTSTAMP of the message, UTC. */
  readonly now: string;
  /** Calendar addresses of the groups that the Attendee is a member of. */
  readonly groups?: readonly string[];
}

/**
 * An Attendee answers a REQUEST (RFC 2446 section 3.2.3): the series, an instance of it, or the instances that it is
 * invited to alone. One who is not listed answers as a member of an invited group, or uninvited (RFC 5546 sections
 * 3.2.2.6 and 3.7.2). An Organizer who attends, too, sends the own answer to nobody.
 *
 * @throws RangeError when the entry has no such instance, or belongs to the Organizer who is no Attendee
 */
export function answerWith(entry: Entry, answering: Answering, rules: Rules): Change {
  const { own, partstat } = answering;
  const parts = scopesAnswered(entry.calendar, answering, rules).map(([scope, event]) => {
    const listed = isListed(event, own) ? event : withSelf(entry, event, answering, rules);
    const line = attendeeLine(listed, own);
    if (line === undefined) throw new RangeError('the event does not list this Attendee');
    return { scope, event, answered: withAnswer(listed, addressOf(line), partstat) };
  });
  const [first] = parts;
  if (first === undefined) throw new RangeError('the event does not list this Attendee');
  const calendar = parts.reduce(
    (changed, { scope, event, answered }) =>
      withEvent(changed, scope, rules.copyAfterAnswer(event, answered), rules),
    answeredIn(entry.calendar, first.scope, rules),
  );
  const next = { ...entry, calendar };
  const isSent =
    !isOrganizedBy(first.event, own) &&
    (masterOf(entry.calendar) !== undefined || rules.answersWithoutSeries()) &&
    parts.some(({ event }) => rules.sendsAnswer(partstatIn(event, own), partstat));
  if (!isSent) return { entry: next, outgoing: [] };
  const answers = parts.map(({ answered }) => answered);
  return { entry: next, outgoing: [replyWith(next, answers, answering, rules)] };
}

function isOrganizedBy(event: JCalComponent, own: readonly string[]): boolean {
  const organizer = organizerOf(event);
  return organizer !== undefined && own.some((address) => sameAddress(address, organizer));
}

/** The Attendee's object without what an answer to this scope would do away with: nothing. */
function answeredIn(calendar: JCalComponent, scope: string, rules: Rules): JCalComponent {
  if (scope !== SERIES || rules.keepsOverridesAfterAnswer()) return calendar;
  return keepEvents(calendar, (each) => each === SERIES, rules);
}

function withSelf(
  entry: Entry,
  event: JCalComponent,
  { own, groups = [] }: Answering,
  rules: Rules,
): JCalComponent {
  const [primary] = own;
  if (primary === undefined || entry.received.isEmpty) return event;
  return withOwnLine(event, primary, groups, rules);
}

function scopesAnswered(
  calendar: JCalComponent,
  { own, instance }: Answering,
  rules: Rules,
): (readonly [scope: string, event: JCalComponent])[] {
  if (instance !== undefined) {
    return rules.answerReaches(instance).map((scope) => {
      const event = instanceIn(calendar, scope, rules);
      if (event === undefined) throw new RangeError(`there is no instance ${scope}`);
      return [scope, event];
    });
  }
  const master = masterOf(calendar);
  const overrides = eventsByScope(calendar, rules).filter(
    ([scope, event]) => scope !== SERIES && statusOf(event) !== 'CANCELLED',
  );
  const single = overrides.filter(([, event]) => isListed(event, own));
  if (single.length === 0 && (master === undefined || !isListed(master, own)))
    return uninvitedScopes(calendar, rules);
  if (master === undefined || !isListed(master, own)) return single;
  const covered = overrides.filter(([, event]) =>
    rules.seriesAnswerCovers(partstatIn(event, own), isListed(event, own)),
  );
  return [[SERIES, master], ...covered];
}

/** What one answers who is listed nowhere: the series, or the instances that came without it. */
function uninvitedScopes(
  calendar: JCalComponent,
  rules: Rules,
): (readonly [scope: string, event: JCalComponent])[] {
  const master = masterOf(calendar);
  if (master !== undefined) return [[SERIES, master]];
  return eventsByScope(calendar, rules).filter(([, event]) => statusOf(event) !== 'CANCELLED');
}

function partstatIn(event: JCalComponent, own: readonly string[]): string {
  const line = attendeeLine(event, own);
  return line === undefined ? 'NEEDS-ACTION' : partstatOf(line);
}

/** The REPLY with these components of the Attendee's copy; a Delegate's goes to the Delegators too. */
export function replyWith(
  entry: Entry,
  events: readonly JCalComponent[],
  { own, now }: Pick<Answering, 'own' | 'now'>,
  rules: Rules,
): Change['outgoing'][number] {
  const [first = entry.calendar] = events;
  const line = attendeeLine(first, own);
  const components = events.map((event) => replyComponent(event, entry.calendar, { own, now }, rules));
  const delegators = events.flatMap((event) => delegatorsIn(event, own));
  return {
    method: 'REPLY',
    originator: line === undefined ? '' : addressOf(line),
    recipients: [
      rules.replyRecipient(organizerOf(first) ?? '', addressesIn(first), {
        sentBy: sentByIn(first),
        delegators,
        chair: chairOf(first),
      }),
      ...rules.delegatorsToTell(delegators),
    ],
    calendar: messageOf('REPLY', components, entry.calendar, rules),
  };
}

function sentByIn(event: JCalComponent): string | undefined {
  const organizer = property(event, 'organizer');
  return organizer && parameter(organizer, 'sent-by');
}

function chairOf(event: JCalComponent): string | undefined {
  const [chair] = addressesOf(event, (line) => parameter(line, 'role')?.toUpperCase() === 'CHAIR');
  return chair;
}

function delegatorsIn(event: JCalComponent, own: readonly string[]): string[] {
  const line = attendeeLine(event, own);
  return line === undefined ? [] : delegatorsOf(line);
}

function replyComponent(
  event: JCalComponent,
  calendar: JCalComponent,
  { own, now }: Pick<Answering, 'own' | 'now'>,
  rules: Rules,
): JCalComponent {
  const all = properties(event, 'attendee');
  const lines = new Set(
    own.flatMap((address) => [attendeeLine(event, [address])].filter((line) => line !== undefined)),
  );
  const bare = withoutProperty(rules.replyContent(event), 'attendee');
  const inSeries = (line: JCalProperty) => () => seriesLine(calendar, line);
  const listed = [...lines].flatMap((line) => rules.replyAttendees(all, line, inSeries(line)));
  const body = withProperties(bare, [...bare[1], ...listed]);
  const sequence = rules.replySequence(sequenceOf(event), sequenceOf(masterOf(calendar) ?? event));
  const numbered = withProperty(body, makeProperty('sequence', sequence));
  const named = withProperty(numbered, makeProperty('uid', rules.replyUid(uidOf(calendar) ?? '')));
  return withProperty(named, makeProperty('dtstamp', rules.dtstampOfReply(now, dtstampOf(event))));
}

/** The ATTENDEE of the series with the same address. */
function seriesLine(calendar: JCalComponent, line: JCalProperty): JCalProperty | undefined {
  const master = masterOf(calendar);
  return master && attendeeLine(master, [addressOf(line)]);
}

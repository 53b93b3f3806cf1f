import { mapAttendees, withComponents, withProperty } from '../../../simulator/icalendar/edit.js';
import { type JCalComponent, property } from '../../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../../simulator/icalendar/parse.js';
import { canonicalAddress, eventsOf, methodOf, sequenceOf } from '../../../simulator/icalendar/read.js';
import { writeCalendar } from '../../../simulator/icalendar/write.js';
import type { CalendarUser, Observation, ObservedMessage, Stage, Target } from '../../target.js';

/**
 * Targets that do everything right and nothing quite as the reference does it: what an RFC leaves open differs. A suite
 * that fails one of them says something false. All wrap a target that delivers by itself.
 */
export const DIFFERENT = {
  'one message for each instance': (target) => onStage(target, oneForEachInstance),
  'copies under other names each time': (target) => onStage(target, underOtherNames),
  'SEQUENCE from 7 on': (target) => onStage(target, (stage) => rewritten(stage, sequenceFrom7)),
  'addresses in capitals': (target) => onStage(target, (stage) => rewritten(stage, inCapitals)),
  'addresses by alias': (target) => onStage(target, byAlias),
  'no Inbox': withoutInbox,
  'mail in place of the Inbox': (target) => onStage(target, byMail),
  'no CANCEL for who has declined': (target) => onStage(target, silentToDecliners),
} as const satisfies Record<string, (target: Target) => Target>;

function onStage(target: Target, different: (stage: Stage) => Stage): Target {
  const { description } = target;
  return {
    description: { ...description, name: `${description.name}, different` },
    open: async (request, trace) => different(await target.open(request, trace)),
    close: () => target.close(),
  };
}

/** All that a stage shows, shown otherwise. */
function showing(
  stage: Stage,
  seen: (observation: Observation, userId: string) => Observation,
  sent: (messages: readonly ObservedMessage[]) => readonly ObservedMessage[],
): Stage {
  return {
    cast: stage.cast,
    act: (intent) => stage.act(intent),
    drain: () => stage.drain(),
    deliver: (message) => stage.deliver(message),
    settle: () => stage.settle(),
    observe: async (userId) => seen(await stage.observe(userId), userId),
    messages: async () => sent(await stage.messages()),
    advance: (seconds) => stage.advance(seconds),
    close: () => stage.close(),
  };
}

const asItIs = <T>(shown: T): T => shown;

function rewritten(stage: Stage, rewrite: (calendar: JCalComponent) => JCalComponent): Stage {
  const inText = <T extends { readonly data: string }>(item: T): T => ({
    ...item,
    data: writeCalendar(rewrite(parseCalendar(item.data))),
  });
  return showing(
    stage,
    ({ calendar, inbox, ...rest }) => ({
      ...rest,
      calendar: calendar.map(inText),
      inbox: inbox.map(inText),
    }),
    (messages) => messages.map(inText),
  );
}

/** A CANCEL of several instances travels as several messages (RFC 5546 section 3.2.5 speaks of one at least). */
function oneForEachInstance(stage: Stage): Stage {
  return showing(stage, asItIs, (messages) => messages.flatMap(split));
}

function split(message: ObservedMessage): ObservedMessage[] {
  const calendar = parseCalendar(message.data);
  const events = eventsOf(calendar);
  if (methodOf(calendar) !== 'CANCEL' || events.length < 2) return [message];
  return events.map((event, index) => {
    const parts = calendar[2].filter((part) => part === event || !events.includes(part));
    const data = writeCalendar(withComponents(calendar, parts));
    return { ...message, id: `${message.id}.${index + 1}`, data };
  });
}

/** Where a server puts a copy is its own business, and it may move it (RFC 6638 section 4.3). */
function underOtherNames(stage: Stage): Stage {
  let looks = 0;
  return showing(
    stage,
    ({ calendar, ...rest }) => {
      looks += 1;
      return { ...rest, calendar: calendar.map((copy) => ({ ...copy, name: `${looks}-${copy.name}` })) };
    },
    asItIs,
  );
}

function sequenceFrom7(calendar: JCalComponent): JCalComponent {
  return eachEvent(calendar, (event) =>
    withProperty(event, ['sequence', {}, 'integer', sequenceOf(event) + 7]),
  );
}

/** Scheme and domain are the same in any case. */
function inCapitals(calendar: JCalComponent): JCalComponent {
  return addressed(calendar, (address) => address.replace(/^mailto:/, 'MAILTO:').replace(/@.*$/, upperCase));
}

function upperCase(text: string): string {
  return text.toUpperCase();
}

/** Everybody has a second address, and the target writes that one. */
function byAlias(stage: Stage): Stage {
  const users = [...stage.cast.values()].map((user): [string, CalendarUser] => {
    const aliases = user.placement === 'target' ? user.addresses.map(aliasOf) : [];
    return [user.id, { ...user, addresses: [...user.addresses, ...aliases] }];
  });
  const own = new Set(
    users.flatMap(([, { placement, addresses }]) => (placement === 'target' ? addresses : [])),
  );
  const known = (address: string) =>
    [...own].some((one) => canonicalAddress(one) === canonicalAddress(address));
  const rewrite = (calendar: JCalComponent) =>
    addressed(calendar, (address) => (known(address) ? aliasOf(address) : address));
  return { ...rewritten(stage, rewrite), cast: new Map(users) };
}

function aliasOf(address: string): string {
  return address.replace('@', '.alias@');
}

function addressed(calendar: JCalComponent, written: (address: string) => string): JCalComponent {
  return eachEvent(calendar, (event) => {
    const organizer = property(event, 'organizer');
    const named = mapAttendees(event, ([name, parameters, type, value]) => [
      ...([name, parameters, type] as const),
      written(String(value)),
    ]);
    if (organizer === undefined) return named;
    const [name, parameters, type, value] = organizer;
    return withProperty(named, [name, parameters, type, written(String(value))]);
  });
}

function eachEvent(calendar: JCalComponent, change: (event: JCalComponent) => JCalComponent): JCalComponent {
  return withComponents(
    calendar,
    calendar[2].map((part) => (part[0] === 'vevent' ? change(part) : part)),
  );
}

/** Nothing shows but calendars: neither an Inbox nor messages. */
function withoutInbox(target: Target): Target {
  const { description } = target;
  const capabilities = new Set([...description.capabilities].filter((name) => name !== 'inbox'));
  const bare = onStage(target, (stage) =>
    showing(
      stage,
      (seen) => ({ ...seen, inbox: [] }),
      () => [],
    ),
  );
  return { ...bare, description: { ...bare.description, capabilities } };
}

function byMail(stage: Stage): Stage {
  const sent = (messages: readonly ObservedMessage[]) =>
    messages.map((message): ObservedMessage => ({ ...message, channel: 'mail' }));
  return showing(stage, asItIs, sent);
}

/** Who has declined need not be bothered: the copy ends, and no CANCEL is seen. */
function silentToDecliners(stage: Stage): Stage {
  const hides = (messages: readonly ObservedMessage[], address: string, data: string): boolean =>
    methodOf(parseCalendar(data)) === 'CANCEL' && messages.some((reply) => hasDeclined(reply, address));
  return {
    ...showing(stage, asItIs, (messages) =>
      messages.filter(({ recipient, data }) => !hides(messages, recipient, data)),
    ),
    observe: async (userId) => {
      const [seen, messages] = await Promise.all([stage.observe(userId), stage.messages()]);
      const own = stage.cast.get(userId)?.addresses ?? [];
      const inbox = seen.inbox.filter(({ data }) => !own.some((each) => hides(messages, each, data)));
      return { ...seen, inbox };
    },
  };
}

function hasDeclined({ originator, data }: ObservedMessage, address: string): boolean {
  return originator === address && data.includes('METHOD:REPLY') && data.includes('PARTSTAT=DECLINED');
}

import { type JCalComponent, type JCalProperty, properties } from '../../icalendar/jcal.js';
import { eventsOf, methodOf, sameAddress, uidOf } from '../../icalendar/read.js';
import type { Right } from '../../itip/on-behalf.js';
import type { Decision } from '../../itip/outcome.js';
import type { Policies } from '../../itip/policies.js';
import { type Clock, createClock } from '../../runtime/clock.js';
import { type Sample, sampleCalendar } from '../../testing/sample-event.js';
import type { Travelling } from '../../transport/network.js';
import { createScheduler, type Scheduler } from '../scheduler.js';
import { addressOf, UID } from './office.js';

const PEOPLE = ['anna', 'bert', 'carla', 'dora', 'otto', 'sven', 'rita', 'gina', 'gerd'];
const RIGHTS: readonly Right[] = [
  { user: 'anna', actor: 'sven', may: ['schedule'] },
  { user: 'bert', actor: 'sven', may: ['schedule'] },
];

/**
 * A larger office for unit tests of who takes part: Sven may act for Anna and Bert, Gina and Gerd are the team, Rita is
 * a room. A minute passes before each thing that somebody does; the first happens at 9:01 UTC on 7 January 2030.
 */
export class Company {
  readonly scheduler: Scheduler;
  /** Every message that was sent, oldest first. */
  readonly sent: Travelling[] = [];
  readonly #clock: Clock = createClock('2030-01-07T09:00:00Z');
  #waiting: Travelling[] = [];

  constructor(policies: Partial<Policies> = {}) {
    const people = PEOPLE.map((id) => ({
      id,
      name: id,
      addresses: [addressOf(id), `mailto:${id}@old.example.com`],
    }));
    const members = ['gina', 'gerd'].map(addressOf);
    const team = { id: 'team', name: 'Team', addresses: [addressOf('team')], members };
    this.scheduler = createScheduler({
      clock: this.#clock,
      users: [...people, team],
      rights: RIGHTS,
      policies,
    });
  }

  /** Anna invites Bert and Carla to the sample event, and every REQUEST arrives. */
  static invited(policies: Partial<Policies> = {}, sample: Sample = {}): Company {
    const company = new Company(policies);
    const attendees = { bert: 'NEEDS-ACTION', carla: 'NEEDS-ACTION' };
    company.do((scheduler) => scheduler.invite('anna', sampleCalendar({ attendees, ...sample })));
    company.deliver();
    return company;
  }

  /** Somebody does something; what is sent waits. */
  do(action: (scheduler: Scheduler) => void): void {
    this.#clock.advance(60);
    action(this.scheduler);
    this.#collect();
  }

  /** Somebody does something, and all arrives that is sent because of it. */
  act(action: (scheduler: Scheduler) => void): void {
    this.do(action);
    this.deliver();
  }

  /** Delivers what waits, or only the messages of a method to somebody, and what is sent in return. */
  deliver(method?: string, to?: string): void {
    const isWanted = (message: Travelling) => method === undefined || is(message, method, to);
    for (let next = this.#waiting.find(isWanted); next !== undefined; next = this.#waiting.find(isWanted)) {
      this.hand(next);
    }
  }

  /** Delivers a message, whether it waits or not; a minute passes. */
  hand(message: Travelling | undefined): Decision<unknown> | undefined {
    if (message === undefined) throw new Error('there is no such message');
    this.#clock.advance(60);
    this.#waiting = this.#waiting.filter((each) => each !== message);
    const decision = this.scheduler.deliver(message.recipient, message.calendar);
    this.#collect();
    return decision;
  }

  /** Drops everything that waits. */
  lose(): void {
    this.#waiting = [];
  }

  /** Messages of a method, oldest first, e.g. `REQUEST anna>bert`. */
  get flow(): string[] {
    return this.sent.map(({ originator, recipient, calendar }) => {
      return `${methodOf(calendar) ?? '?'} ${idOf(originator)}>${idOf(recipient)}`;
    });
  }

  /** What was sent since that many messages. */
  since(count: number): string[] {
    return this.flow.slice(count);
  }

  /** The newest message of a method to somebody. */
  last(method: string, to: string): Travelling | undefined {
    return this.sent.findLast((message) => is(message, method, to));
  }

  /** The VEVENT of the newest message of a method to somebody. */
  event(method: string, to: string): JCalComponent {
    return onlyEventIn(this.last(method, to)?.calendar);
  }

  /** The VEVENT in somebody's calendar. */
  copy(id: string): JCalComponent {
    const entries = [...this.scheduler.account(id).entries().values()];
    return onlyEventIn(entries.find(({ calendar }) => uidOf(calendar) === UID)?.calendar);
  }

  #collect(): void {
    const fresh = this.scheduler.drain();
    this.sent.push(...fresh);
    this.#waiting.push(...fresh);
  }
}

function is({ calendar, recipient }: Travelling, method: string, to: string | undefined): boolean {
  return methodOf(calendar) === method && (to === undefined || sameAddress(recipient, addressOf(to)));
}

function onlyEventIn(calendar: JCalComponent | undefined): JCalComponent {
  const [event] = calendar === undefined ? [] : eventsOf(calendar);
  if (event === undefined) throw new Error('there is no such event');
  return event;
}

function idOf(address: string): string {
  return address.replace(/^mailto:|@.*$/g, '');
}

/**
 * The ATTENDEEs of an event in words, e.g. `bert DELEGATED to dora, carla NEEDS-ACTION rsvp`: PARTSTAT, RSVP=TRUE,
 * ROLE where it is NON-PARTICIPANT, and who delegated to whom.
 */
export function attendeesIn(event: JCalComponent): string {
  return properties(event, 'attendee').map(lineText).join(', ');
}

function lineText([, parameters, , address]: JCalProperty): string {
  const list = (name: string) => [parameters[name] ?? []].flat().map(idOf).join('+');
  const words = [
    idOf(String(address)),
    String(parameters.partstat ?? '-'),
    parameters.rsvp === 'TRUE' ? 'rsvp' : '',
    parameters.role === 'NON-PARTICIPANT' ? 'informed' : '',
    list('delegated-from') === '' ? '' : `from ${list('delegated-from')}`,
    list('delegated-to') === '' ? '' : `to ${list('delegated-to')}`,
    list('member') === '' ? '' : `of ${list('member')}`,
    list('sent-by') === '' ? '' : `by ${list('sent-by')}`,
  ];
  return words.filter((word) => word !== '').join(' ');
}

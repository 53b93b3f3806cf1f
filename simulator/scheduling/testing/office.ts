import { makeProperty, mapAttendees, withProperty } from '../../icalendar/edit.js';
import type { JCalComponent } from '../../icalendar/jcal.js';
import { attendeesOf, eventsOf, methodOf, sameAddress } from '../../icalendar/read.js';
import type { Decision } from '../../itip/outcome.js';
import type { Rules } from '../../itip/rules.js';
import { type Clock, createClock } from '../../runtime/clock.js';
import { type Sample, sampleCalendar } from '../../testing/sample-event.js';
import type { Travelling } from '../../transport/network.js';
import { createScheduler, type Scheduler } from '../scheduler.js';
import { standardRules } from '../scheduling-rules.js';

export const UID = 'review@example.com';

export function addressOf(id: string): string {
  return `mailto:${id}@example.com`;
}

/**
 * Anna, Bert and Carla on one scheduler, for unit tests. Anna organizes the sample event with Bert and Carla. A minute
 * passes before each thing that somebody does; the first happens at 9:01 UTC on 7 January 2030. Dora is a user of
 * another service on the same network.
 */
export class Office {
  readonly scheduler: Scheduler;
  /** Every message that was sent, oldest first. */
  readonly sent: Travelling[] = [];
  readonly #clock: Clock = createClock('2030-01-07T09:00:00Z');
  readonly #waiting: Travelling[] = [];

  constructor(rules?: Rules) {
    const users = ['Anna', 'Bert', 'Carla'].map((name) => {
      const id = name.toLowerCase();
      return { id, name, addresses: [addressOf(id), `mailto:${id}@old.example.com`] };
    });
    this.scheduler = createScheduler({
      clock: this.#clock,
      users,
      neighbours: [addressOf('dora')],
      rules: { ...standardRules, ...rules },
    });
  }

  invite(sample: Sample = {}): void {
    const attendees = { bert: 'NEEDS-ACTION', carla: 'NEEDS-ACTION' };
    this.#do(() => this.scheduler.invite('anna', sampleCalendar({ attendees, ...sample })));
  }

  /** Anna gives the event other properties, e.g. another `dtstart`. */
  change(properties: Readonly<Record<string, string>>): void {
    this.#edit((event) =>
      Object.entries(properties).reduce(
        (changed, [name, value]) => withProperty(changed, makeProperty(name, value)),
        event,
      ),
    );
  }

  /** Anna moves the event to 5 March 2030, 15:00 to 16:00 UTC. */
  reschedule(): void {
    this.change({ dtstart: '2030-03-05T15:00:00Z', dtend: '2030-03-05T16:00:00Z' });
  }

  uninvite(id: string): void {
    this.#edit((event) =>
      mapAttendees(event, (line) => (sameAddress(String(line[3]), addressOf(id)) ? undefined : line)),
    );
  }

  cancel(): void {
    this.#do(() => this.scheduler.cancel('anna', UID));
  }

  answer(id: string, partstat: string): void {
    this.#do(() => this.scheduler.answer(id, UID, partstat));
  }

  /** Delivers all that is waiting, also what is sent in return. */
  deliverAll(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) this.hand(next);
  }

  /** Delivers a message, whether it waits or not. */
  hand(message: Travelling | undefined): Decision<unknown> | undefined {
    if (message === undefined) throw new Error('there is no such message');
    const decision = this.scheduler.deliver(message.recipient, message.calendar);
    this.#collect();
    return decision;
  }

  /** Hands over a message that somebody else wrote. */
  deliver(to: string, sample: Sample): Decision<unknown> | undefined {
    const decision = this.scheduler.deliver(addressOf(to), sampleCalendar(sample));
    this.#collect();
    return decision;
  }

  /** Messages of a method to somebody, oldest first. */
  messages(method: string, to: string): Travelling[] {
    return this.sent.filter(
      ({ recipient, calendar }) => methodOf(calendar) === method && sameAddress(recipient, addressOf(to)),
    );
  }

  /** The event in the newest message of a method to somebody. */
  event(method: string, to: string): JCalComponent {
    return onlyEventIn(this.messages(method, to).at(-1)?.calendar);
  }

  /** The events in somebody's calendar. */
  copies(id: string): JCalComponent[] {
    return [...this.scheduler.account(id).entries().values()].flatMap(({ calendar }) => eventsOf(calendar));
  }

  /** The only event in somebody's calendar. */
  copy(id: string): JCalComponent {
    const [copy, ...others] = this.copies(id);
    if (copy === undefined || others.length > 0)
      throw new Error(`${id} has ${others.length} copies too many`);
    return copy;
  }

  /** PARTSTATs in somebody's copy, e.g. `bert ACCEPTED, carla NEEDS-ACTION`. */
  answers(id: string): string {
    return attendeesOf(this.copy(id))
      .map(({ address, partstat }) => `${address.replace(/^mailto:|@.*$/g, '')} ${partstat}`)
      .join(', ');
  }

  #edit(edit: (event: JCalComponent) => JCalComponent): void {
    this.#do(() => this.scheduler.change('anna', UID, edit));
  }

  #do(action: () => void): void {
    this.#clock.advance(60);
    action();
    this.#collect();
  }

  #collect(): void {
    const fresh = this.scheduler.drain();
    this.sent.push(...fresh);
    this.#waiting.push(...fresh);
  }
}

function onlyEventIn(calendar: JCalComponent | undefined): JCalComponent {
  const [event] = calendar === undefined ? [] : eventsOf(calendar);
  if (event === undefined) throw new Error('there is no such message with an event');
  return event;
}

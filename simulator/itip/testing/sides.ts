import { makeProperty, mapAttendees, withProperties, withProperty } from '../../icalendar/edit.js';
import { type JCalComponent, parameter, property } from '../../icalendar/jcal.js';
import type { Range } from '../../icalendar/range.js';
import { attendeesOf, eventsOf, sameAddress, sequenceOf, statusOf } from '../../icalendar/read.js';
import { instancesBetween } from '../../icalendar/series-instances.js';
import type { Sample } from '../../testing/sample-event.js';
import { sampleObject } from '../../testing/sample-series.js';
import { cancelInstances, cancelWhole } from '../cancel.js';
import type { Change } from '../change.js';
import { changeInstance } from '../change-instance.js';
import type { Entry } from '../entry.js';
import { eventAt, masterOf } from '../instances.js';
import type { Outgoing } from '../message.js';
import type { Decision } from '../outcome.js';
import { receiveCancel } from '../receive-cancel.js';
import { receiveReply } from '../receive-reply.js';
import { receiveRequest } from '../receive-request.js';
import { changeTo, inviteWith } from '../request.js';
import type { Rules } from '../rules.js';
import { standardRules } from '../standard-rules.js';

export const BERT = ['mailto:bert@example.com'];
const RECEIVER = { own: BERT, now: '2030-01-08T09:00:00Z' };

/** Bert's side of one event, for unit tests of what comes in. */
export class AttendeeSide {
  entry: Entry | undefined;
  readonly #rules: Rules;

  constructor(rules: Rules = standardRules) {
    this.#rules = rules;
  }

  /** Takes in a REQUEST with a VEVENT of each sample. */
  request(...samples: readonly Sample[]): Decision<Entry> {
    return this.#take(receiveRequest(this.entry, messageOf('REQUEST', samples), RECEIVER, this.#rules));
  }

  /** Takes in a CANCEL with a VEVENT of each sample. */
  cancel(...samples: readonly Sample[]): Decision<Entry> {
    return this.#take(receiveCancel(this.entry, messageOf('CANCEL', samples), BERT, this.#rules));
  }

  /** See `instancesOf`. */
  get instances(): string[] {
    return this.entry === undefined ? [] : instancesOf(this.entry.calendar);
  }

  #take(decision: Decision<Entry>): Decision<Entry> {
    if (decision.outcome === 'applied') this.entry = decision.effect;
    return decision;
  }
}

/** Anna's side of one event, for unit tests of what goes out. A minute passes with each thing that she does. */
export class OrganizerSide {
  entry: Entry | undefined;
  readonly #rules: Rules;
  #minute = 0;

  constructor(rules: Rules = standardRules) {
    this.#rules = rules;
  }

  invite(...samples: readonly Sample[]): string[] {
    return this.#done(inviteWith(sampleObject(...samples), this.#now(), this.#rules));
  }

  change(edit: (event: JCalComponent) => JCalComponent): string[] {
    const master = masterOf(this.#known.calendar);
    if (master === undefined) throw new Error('there is no series');
    return this.#done(changeTo(this.#known, edit(master), this.#now(), this.#rules));
  }

  changeOne(instance: string, edit: (event: JCalComponent) => JCalComponent, range?: Range): string[] {
    return this.#done(changeInstance(this.#known, { instance, range }, edit, this.#now(), this.#rules));
  }

  cancel(): string[] {
    return this.#done(cancelWhole(this.#known, this.#now(), this.#rules));
  }

  cancelOne(instances: readonly string[], range?: Range): string[] {
    const scopes = instances.map((instance) => ({ instance, range }));
    return this.#done(cancelInstances(this.#known, scopes, this.#now(), this.#rules));
  }

  /** Takes in a REPLY with a VEVENT of each sample. */
  reply(...samples: readonly Sample[]): Decision<Entry> {
    const receiver = { own: ['mailto:anna@example.com'], now: this.#now() };
    const decision = receiveReply(this.#known, messageOf('REPLY', samples), receiver, this.#rules);
    if (decision.outcome === 'applied') this.entry = decision.effect;
    return decision;
  }

  /** PARTSTATs of the series, or of an instance that is written down. */
  answers(scope = ''): string {
    return answersIn(eventAt(this.#known.calendar, scope, this.#rules));
  }

  /** The messages that left last. */
  sent: readonly Outgoing[] = [];

  /** See `instancesOf`. */
  get instances(): string[] {
    return instancesOf(this.#known.calendar);
  }

  get #known(): Entry {
    if (this.entry === undefined) throw new Error('there is no event');
    return this.entry;
  }

  #now(): string {
    this.#minute += 1;
    return `2030-01-07T09:${String(this.#minute).padStart(2, '0')}:00Z`;
  }

  #done({ entry, outgoing }: Change): string[] {
    this.entry = entry;
    this.sent = outgoing.filter(({ recipients }) => recipients.length > 0);
    return this.sent.map(messageText);
  }
}

/** A message in words, e.g. `REQUEST 1 series, 2 11. to bert, carla`: SEQUENCE and what each component is about. */
function messageText({ method, calendar, recipients }: Outgoing): string {
  const parts = eventsOf(calendar).map((event) => {
    const id = property(event, 'recurrence-id');
    const day = id === undefined ? 'series' : `${Number(String(id[3]).slice(8, 10))}.`;
    const range = id === undefined ? undefined : parameter(id, 'range');
    return `${sequenceOf(event)} ${day}${range === undefined ? '' : ` ${range}`}`;
  });
  const to = recipients.map((address) => address.replace(/^mailto:|@.*$/g, ''));
  return `${method} ${parts.join(', ')} to ${to.join(', ')}`;
}

function messageOf(method: string, samples: readonly Sample[]): JCalComponent {
  return withProperty(sampleObject(...samples), makeProperty('method', method));
}

/**
 * The instances of March and April 2030 that are not cancelled, each as `11. 10:00`, with the hour in UTC and, after
 * it, the LOCATION where there is one; `11.>12. 10:00` is the one of the 11th that takes place on the 12th.
 */
export function instancesOf(calendar: JCalComponent): string[] {
  return instancesBetween(calendar, '2030-03-01T00:00:00Z', '2030-05-01T00:00:00Z')
    .filter(({ event }) => statusOf(event) !== 'CANCELLED')
    .map(({ key, start, event }) => {
      const [named, held] = [key, start].map((moment) => `${Number(moment.slice(8, 10))}.`);
      const location = event[1].find(([name]) => name === 'location')?.[3];
      const day = named === held ? held : `${named}>${held}`;
      return [day, start.slice(11, 16), location]
        .filter((part) => part !== undefined && part !== '')
        .join(' ');
    });
}

/** PARTSTATs of an event by the name before the @, e.g. `bert ACCEPTED, carla NEEDS-ACTION`. */
export function answersIn(event: JCalComponent | undefined): string {
  return (event === undefined ? [] : attendeesOf(event))
    .map(({ address, partstat }) => `${address.replace(/^mailto:|@.*$/g, '')} ${partstat}`)
    .join(', ');
}

/** An edit that sets properties, e.g. `{ location: 'Room 1' }`. */
export function set(values: Readonly<Record<string, string>>): (event: JCalComponent) => JCalComponent {
  return (event) =>
    Object.entries(values).reduce(
      (changed, [name, value]) => withProperty(changed, makeProperty(name, value)),
      event,
    );
}

/** An edit that adds an Attendee. */
export function add(id: string): (event: JCalComponent) => JCalComponent {
  return (event) =>
    withProperties(event, [...event[1], makeProperty('attendee', `mailto:${id}@example.com`)]);
}

/** An edit that removes an Attendee. */
export function remove(id: string): (event: JCalComponent) => JCalComponent {
  return (event) =>
    mapAttendees(event, (line) =>
      sameAddress(String(line[3]), `mailto:${id}@example.com`) ? undefined : line,
    );
}

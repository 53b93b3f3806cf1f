import { type JCalComponent, property } from '../simulator/icalendar/jcal.js';
import { calendarIfReadable } from '../simulator/icalendar/parse.js';
import { attendeesOf, eventsOf, methodOf, sequenceOf, statusOf, uidOf } from '../simulator/icalendar/read.js';
import { nameOf } from './exchange.js';

/** iCalendar text as jCal; undefined for what cannot be read, as reports show such text as it is. */
export function calendarIn(text: string | undefined): JCalComponent | undefined {
  if (text === undefined || !/^\s*BEGIN:VCALENDAR/i.test(text)) return undefined;
  return calendarIfReadable(text);
}

/** UID of the iCalendar object in a text, if it is one. */
export function uidIn(text: string | undefined): string | undefined {
  const calendar = calendarIn(text);
  return calendar === undefined ? undefined : uidOf(calendar);
}

/** METHOD of the iCalendar object in a text; a calendar object has none. */
export function methodIn(text: string | undefined): string | undefined {
  const calendar = calendarIn(text);
  return calendar === undefined ? undefined : methodOf(calendar);
}

/**
 * What tells one scheduling message from the next, in a few words, e.g. `SEQUENCE 1, DECLINED`: revision, instance,
 * STATUS, and the answers in a REPLY or a calendar. Empty for what cannot be read.
 */
export function factsIn(text: string | undefined): string {
  const calendar = calendarIn(text);
  const [event] = calendar === undefined ? [] : eventsOf(calendar);
  if (calendar === undefined || event === undefined) return '';
  const instance = property(event, 'recurrence-id');
  const status = statusOf(event);
  const facts = [
    `SEQUENCE ${sequenceOf(event)}`,
    instance === undefined ? '' : `instance ${String(instance[3])}`,
    status === undefined ? '' : `STATUS ${status}`,
    SHOW_ANSWERS.includes(methodOf(calendar)) ? answersIn(event) : '',
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** A calendar object has no METHOD. */
const SHOW_ANSWERS: readonly (string | undefined)[] = ['REPLY', undefined];

function answersIn(event: JCalComponent): string {
  return attendeesOf(event)
    .map(({ address, partstat }) => `${nameOf(address.replace(/@.*/, ''))} ${partstat}`)
    .join(', ');
}

import { defineParameterType } from '@cucumber/cucumber';
import type { Answer } from '../participants/attendee.js';
import { dayFrom, momentFrom } from '../participants/moments.js';
import { PERSONAS } from '../participants/personas.js';
import type { Which } from '../participants/which.js';
import { METHODS, type Method } from '../targets/methods.js';
import type { Recurrence } from '../targets/target.js';

/** The words that sentences are made of. People become user ids: `Anna` is `anna`. */

const NAME = PERSONAS.join('|');
const FREQUENCIES: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' };
const PARTSTAT = '(?:NEEDS-ACTION|ACCEPTED|TENTATIVE|DECLINED|DELEGATED)';
const ORDINALS = ['first', 'second', 'third'];
const ANSWERS: Readonly<Record<string, Answer>> = {
  accepts: 'accept',
  'accepts tentatively': 'tentative',
  declines: 'decline',
};

defineParameterType({ name: 'person', regexp: new RegExp(NAME), transformer: idOf });

defineParameterType({
  name: 'people',
  regexp: new RegExp(`(?:${NAME})(?:(?:, | and )(?:${NAME}))*`),
  transformer: (words: string) => words.split(/, | and /).map(idOf),
});

defineParameterType({
  name: 'moment',
  regexp: /\d{1,2} [A-Z][a-z]+ \d{4} at \d{2}:\d{2} [A-Za-z/]+/,
  transformer: momentFrom,
});

/** A whole day, as midnight in UTC. */
defineParameterType({
  name: 'day',
  regexp: /\d{1,2} [A-Z][a-z]+ \d{4}/,
  transformer: dayFrom,
});

defineParameterType({
  name: 'method',
  regexp: new RegExp(METHODS.join('|')),
  transformer: (word: string) => word,
});

defineParameterType({
  name: 'message',
  regexp: new RegExp(`(${METHODS.join('|')})(?: from (${NAME}))?(?: to (${NAME}))?`),
  transformer: (method: string, from?: string, to?: string): Which => ({
    method: method as Method,
    ...(from === undefined ? {} : { from: idOf(from) }),
    ...(to === undefined ? {} : { to: idOf(to) }),
  }),
});

defineParameterType({
  name: 'recurrence',
  regexp: /every (day|week|month)(?: (\d+) times)?/,
  transformer: (unit: string, count?: string): Recurrence => ({
    rule: `FREQ=${FREQUENCIES[unit]}${count === undefined ? '' : `;COUNT=${count}`}`,
  }),
});

defineParameterType({
  name: 'parameter',
  regexp: /PARTSTAT|RSVP|ROLE|CUTYPE|MEMBER|DELEGATED-TO|DELEGATED-FROM|SENT-BY/,
  transformer: (word: string) => word,
});

/** What a parameter should be: somebody, or a word of iCalendar. */
defineParameterType({
  name: 'value',
  regexp: new RegExp(`${NAME}|[A-Z][A-Z-]+`),
  transformer: (word: string) => (PERSONAS.some((name) => name === word) ? idOf(word) : word),
});

/** `2 hours` and `90 minutes` as a value of DURATION, in the unit that is named. */
defineParameterType({
  name: 'duration',
  regexp: /(\d+) (hour|minute)s?/,
  transformer: (count: string, unit: string) => `PT${count}${unit === 'hour' ? 'H' : 'M'}`,
});

defineParameterType({
  name: 'ordinal',
  regexp: new RegExp(ORDINALS.join('|')),
  transformer: (word: string) => ORDINALS.indexOf(word) + 1,
});

defineParameterType({
  name: 'answer',
  regexp: /accepts tentatively|accepts|declines/,
  transformer: (words: string) => ANSWERS[words],
});

defineParameterType({
  name: 'partstats',
  regexp: new RegExp(`${PARTSTAT}(?: or ${PARTSTAT})*`),
  transformer: (words: string) => words.split(' or '),
});

defineParameterType({
  name: 'detail',
  regexp: /location|description|status/,
  transformer: (word: string) => word,
});

function idOf(name: string): string {
  return name.toLowerCase();
}

defineParameterType({ name: 'box', regexp: /Inbox|Outbox/, transformer: (word: string) => word });

defineParameterType({
  name: 'state',
  regexp: /unprocessed|processed|failed/,
  transformer: (word: string) => word,
});

const ADDRESS = `(?:(?:${NAME})(?:'s alias| in capitals)?|"[^"]+")`;

/** A calendar address in words; see `addressMeant`. */
defineParameterType({
  name: 'address',
  regexp: new RegExp(ADDRESS),
  transformer: (words: string) => words,
});

defineParameterType({
  name: 'addresses',
  regexp: new RegExp(`${ADDRESS}(?:(?:, | and )${ADDRESS})*`),
  transformer: (words: string) => words.split(/, | and /),
});

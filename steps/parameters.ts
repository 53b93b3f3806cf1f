import { defineParameterType } from '@cucumber/cucumber';
import type { Answer } from '../participants/attendee.js';
import { momentFrom } from '../participants/moments.js';
import { PERSONAS } from '../participants/personas.js';
import { METHODS } from '../participants/scheduling-message.js';

/** The words that sentences are made of. People become user ids: `Anna` is `anna`. */

const NAME = PERSONAS.join('|');
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

defineParameterType({
  name: 'method',
  regexp: new RegExp(METHODS.join('|')),
  transformer: (word: string) => word,
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
  regexp: /(?:NEEDS-ACTION|ACCEPTED|TENTATIVE|DECLINED)(?: or (?:NEEDS-ACTION|ACCEPTED|TENTATIVE|DECLINED))*/,
  transformer: (words: string) => words.split(' or '),
});

defineParameterType({
  name: 'detail',
  regexp: /location|description/,
  transformer: (word: string) => word,
});

function idOf(name: string): string {
  return name.toLowerCase();
}

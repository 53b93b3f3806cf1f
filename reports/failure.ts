import type { Check, Results, ScenarioResult } from '../conformance/results.js';
import type { Catalogue } from '../requirements/catalogue.js';
import { atFaultIn } from './at-fault.js';
import { decidingIn } from './deciding.js';
import { ladder } from './ladder.js';
import { placeOf } from './rows.js';
import { folded, labelled, WIDTH, wrap } from './text.js';
import { visible } from './visible.js';

/** Longest message that is printed whole, in lines. */
const LONGEST_MESSAGE = 40;

/**
 * One scenario that went wrong, for somebody who has to mend it: the requirement and its section, what was expected
 * and what was found, the exchange, the deciding message, and the command that repeats it.
 */
export function failureText(
  scenario: ScenarioResult,
  wrong: readonly Check[],
  results: Results,
  catalogue: Catalogue,
): string[] {
  const deciding = decidingIn(wrong);
  return [
    ...labelled(scenario.outcome.toUpperCase(), scenario.name, scenario.outcome.length + 2, ''),
    ...wrap(`${scenario.uri}:${scenario.line}`, '  '),
    ...wrong.flatMap((check) => checkText(check, results, catalogue)),
    ...(wrong.length === 0 && scenario.reason !== undefined ? labelled('reason', scenario.reason) : []),
    ...exchangeText(scenario, deciding),
    ...messageText(deciding),
    ...labelled('repeat', ''),
    ...commandText(scenario, results),
  ];
}

function checkText(check: Check, results: Results, catalogue: Catalogue): string[] {
  const text = catalogue.rows.get(check.requirement)?.text ?? '';
  const facts: [string, string | undefined][] = [
    ['', placeOf(check.requirement, catalogue, results.profile)],
    ['', text],
    ['expected', check.expected],
    ['actual', check.actual],
    ['reason', check.expected === undefined ? check.reason : undefined],
    ['at fault', atFaultIn(check, results)],
  ];
  return [
    ...labelled('requirement', check.requirement),
    ...facts.flatMap(([label, fact]) => (fact === undefined || fact === '' ? [] : labelled(label, fact))),
  ];
}

function exchangeText({ exchange = [] }: ScenarioResult, deciding: string | undefined): string[] {
  const drawn = ladder(exchange, { deciding, width: 76 });
  return drawn.length === 0 ? [] : ['  exchange', ...drawn.map((line) => `    ${line}`)];
}

function messageText(message: string | undefined): string[] {
  if (message === undefined) return [];
  const lines = visible(message)
    .trimEnd()
    .split('\n')
    .flatMap((line) => folded(line, WIDTH - 4));
  const shown = lines.slice(0, LONGEST_MESSAGE).map((line) => `    ${line}`);
  const rest = lines.length - shown.length;
  return ['  deciding message', ...shown, ...(rest > 0 ? [`    (${rest} more lines in results.json)`] : [])];
}

/** The command; where it is too wide for a line, in two that the shell takes for one. A path is never broken. */
function commandText(scenario: ScenarioResult, results: Results): string[] {
  const command = repeatCommand(scenario, results);
  if (command.length <= WIDTH - 4) return [`    ${command}`];
  const place = command.lastIndexOf(' ');
  return [`    ${command.slice(0, place)} \\`, `  ${command.slice(place + 1)}`];
}

/** The command that plays this one scenario again on the same target, or on the same two. */
export function repeatCommand({ uri, line }: ScenarioResult, results: Results): string {
  return commandFor(`${uri}:${line}`, results);
}

/** The command that plays what stands at a place, or has an id, again on the same target, or on the same two. */
export function commandFor(place: string, { target, profile }: Results): string {
  const verb = target.sides === undefined ? 'run' : 'interop';
  const options = [...targetOptions(target), ...(profile === 'rfc5546' ? [] : [`--profile ${profile}`])];
  return [`npx itip ${verb}`, ...options, place].join(' ');
}

function targetOptions({ name, option = name, sides }: Results['target']): string[] {
  if (sides !== undefined) {
    const { organizer, attendee } = sides;
    return [
      `--organizer ${quoted(organizer.option ?? organizer.name)}`,
      `--attendee ${quoted(attendee.option ?? attendee.name)}`,
    ];
  }
  return option === 'reference' ? [] : [`--target ${quoted(option)}`];
}

function quoted(option: string): string {
  return /^[\w./:@-]+$/.test(option) ? option : `'${option.replaceAll("'", "'\\''")}'`;
}

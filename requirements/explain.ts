import { forceOf, nameOfSection, type Place, PROFILES, type Row, sectionKey } from './row.js';

/** A scenario that judges a row. */
export interface JudgingScenario {
  readonly name: string;
  /** Path of the feature from the root of the package. */
  readonly uri: string;
  readonly line: number;
}

const WIDTH = 100;
const LABEL = 12;

/**
 * All that is known about a row, as text for a terminal: what it demands and of whom, where that stands, how we
 * read it, which scenarios judge it, and the commands that run them.
 */
export function explainRow(row: Row, scenarios: readonly JudgingScenario[]): string {
  const facts: [string, string][] = [
    ['Section', placeText(row.source)],
    ['Successor', row.successor === undefined ? 'none' : placeText(row.successor)],
    ['Level', levelText(row)],
    ['Obliged', `the ${row.party}; duty: ${row.duty}`],
    ['Concerns', concernText(row)],
    ['Profiles', row.profiles.join(', ')],
    ['Judged', judgedText(row, scenarios.length)],
    ...(row.ruling === undefined ? [] : [['Ruling', row.ruling] as [string, string]]),
  ];
  return [
    row.id,
    '',
    ...wrapped(row.text, WIDTH - 2).map((line) => `  ${line}`),
    '',
    ...facts.flatMap(([label, text]) => labelled(label, text)),
    ...scenarioLines(scenarios),
    ...commandLines(row, scenarios),
    '',
  ].join('\n');
}

function placeText(source: Place): string {
  const place = `${nameOfSection(source)}, "${source.title}"`;
  if (source.lines === undefined) return `${place}; no RFC demands it`;
  const [from, to] = source.lines;
  return `${place}, ${from === to ? `line ${from}` : `lines ${from}-${to}`}`;
}

function levelText(row: Row): string {
  const [now, before] = PROFILES.map((profile) => {
    const force = forceOf(row, profile);
    return force.level === 'implied'
      ? `implied, with the weight of a ${force.weight.toUpperCase()}: ${force.reason}`
      : force.level;
  });
  return now === before ? `${now}` : `${now} (in RFC 2446 ${before})`;
}

function concernText({ method, component }: Row): string {
  const message = method === 'any' ? 'every scheduling message' : `METHOD ${method}`;
  return component === 'any' ? message : `${message}, ${component}`;
}

function judgedText({ ambient, untested, unobservable }: Row, count: number): string {
  if (unobservable !== undefined) return `cannot be: ${unobservable}`;
  if (untested !== undefined) return `not yet: ${untested}`;
  const ways = [
    ...(count > 0 || !ambient ? [`by ${count} ${count === 1 ? 'scenario' : 'scenarios'}`] : []),
    ...(ambient ? ['beside every scenario, on each message that the target composes'] : []),
  ];
  return ways.join(', and ');
}

function scenarioLines(scenarios: readonly JudgingScenario[]): string[] {
  if (scenarios.length === 0) return [];
  return [
    '',
    'Scenarios',
    ...scenarios.flatMap(({ name, uri, line }) => [`  ${name}`, `    ${uri}:${line}`]),
  ];
}

function commandLines({ source, ambient }: Row, scenarios: readonly JudgingScenario[]): string[] {
  if (scenarios.length === 0) return ambient ? ['', 'Run', '  npx itip run'] : [];
  const single = scenarios.map(({ uri, line }) => `  npx itip run ${uri}:${line}`);
  return ['', 'Run', `  npx itip run --section ${sectionKey(source)}`, ...single];
}

function labelled(label: string, text: string): string[] {
  const [first, ...rest] = wrapped(text, WIDTH - LABEL - 2);
  const indent = ' '.repeat(LABEL + 2);
  return [`  ${label.padEnd(LABEL)}${first ?? ''}`, ...rest.map((line) => `${indent}${line}`)];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

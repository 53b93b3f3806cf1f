import type { Command } from 'commander';
import { formatsNamed } from './formats.js';
import { DEFAULT_OUT } from './results-file.js';

/** Options and texts that several verbs share. */

/** The end of a help text. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

/** The options that say how a run is told. */
export function telling(command: Command): Command {
  return command
    .option('--strict', 'SHOULD rules break the run, too')
    .option('--baseline <file>', 'known deviations of the target')
    .option('--json', 'print as JSON instead')
    .option('--format <list>', 'html, junit, markdown, annotations, badge beside json', formatsNamed);
}

/** The options that choose scenarios. */
export function choosing(command: Command): Command {
  return command
    .argument('[paths...]', 'feature files, folders, FILE:LINE or ids of scenarios')
    .option('--section <section>', 'a section with its subsections, e.g. 2446/3.2.2 or service/outbox')
    .option('--tags <expression>', 'a Cucumber tag expression')
    .option('--level <level>', 'must, should, may or implied')
    .option('--rerun-failed', 'only what went wrong or was blocked in the last results, which it completes')
    .option('--out <folder>', 'folder of results.json', DEFAULT_OUT);
}

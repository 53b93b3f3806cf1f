import type { Command } from 'commander';
import type { Part } from '../conformance/shard.js';
import { UsageError } from '../targets/outcome-errors.js';
import { choosing, examples, telling } from './options.js';

type Action = (...parameters: unknown[]) => Promise<void>;

/** Adds `itip run`. */
export function addRun(itip: Command, action: Action): void {
  playing(itip.command('run').description('play scenarios against a target'))
    .option(
      '--target <target>',
      'name from the configuration, target file, reference, hostile:KIND or stdio:COMMAND',
      'reference',
    )
    .addHelpText(
      'after',
      examples(
        'itip run',
        'itip run features/rfc2446/3.2.3-reply.feature:18',
        'itip run --target cyrus --baseline servers/cyrus/baseline.yaml --parallel 3',
        'itip run --target hostile:delivers-nothing --format html,junit',
      ),
    )
    .action(action);
}

/** Adds `itip interop`. */
export function addInterop(itip: Command, action: Action): void {
  playing(itip.command('interop').description('play scenarios on two targets that exchange mail'))
    .requiredOption('--organizer <target>', 'where the Organizer lives: a name, a target file or reference')
    .requiredOption('--attendee <target>', 'where the Attendees live; the same')
    .addHelpText(
      'after',
      examples(
        'itip interop --organizer reference --attendee cyrus --section 2446/3.2.2',
        'itip interop --organizer cyrus --attendee reference --format html',
      ),
    )
    .action(action);
}

/** The options of both. */
function playing(command: Command): Command {
  return telling(choosing(command))
    .option('--config <file>', 'configuration instead of itip.config.yaml')
    .option('--profile <profile>', 'rfc5546 or rfc2446', 'rfc5546')
    .option('--order <order>', 'defined, random or random:SEED', 'defined')
    .option('--parallel <n>', 'scenarios at a time, each with users of its own', lanesNamed, 1)
    .option('--dry-run', 'only list what would be played')
    .option(
      '--shard <i/n>',
      'only this part of the scenarios; `itip merge` puts the results together',
      partNamed,
    )
    .option('--rate <n>', 'most requests in a second to a server', rateNamed)
    .option('--yes', 'write to a server on another machine without being asked');
}

/** The value of `--parallel`. Throws UsageError unless it is a number of lanes that a process can bear. */
function lanesNamed(text: string): number {
  const lanes = Number(text);
  if (/^\d+$/.test(text) && lanes >= 1 && lanes <= MOST_LANES) return lanes;
  throw new UsageError(`--parallel ${text}: write a number from 1 to ${MOST_LANES}`);
}

/** The value of `--rate`. Throws UsageError unless it is a number of requests in a second. */
export function rateNamed(text: string): number {
  const rate = Number(text);
  if (/^\d*\.?\d+$/.test(text) && rate > 0) return rate;
  throw new UsageError(`--rate ${text}: write how many requests a second may have, e.g. 5, or 0.5`);
}

/** Node warns of a leak when more than ten things at once listen for uncaught errors, as each lane does. */
const MOST_LANES = 8;

/** The value of `--shard`, e.g. `2/4`. Throws UsageError when it names no part. */
function partNamed(text: string): Part {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new UsageError(`--shard ${text}: write i/n, from 1/n to n/n`);
}

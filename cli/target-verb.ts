import type { Command } from 'commander';
import { rateNamed } from './playing-verbs.js';

type Action = (...parameters: unknown[]) => Promise<void>;

/** Adds `itip target check`. `examples` stands below its help. */
export function addTargetCheck(itip: Command, action: Action, examples: string): void {
  const target = itip.command('target').description('look at a server before anything is played');
  target
    .command('check')
    .description('tell what the server says of each account, what a run would judge and what it would write')
    .argument('<target>', 'name from the configuration, or target file')
    .option('--config <file>', 'configuration instead of itip.config.yaml')
    .option('--rate <n>', 'most requests in a second', rateNamed)
    .option('--dry', 'write nothing; otherwise one meeting is tried and removed')
    .option('--json', 'as JSON')
    .option('--yes', 'write to a server on another machine without being asked')
    .addHelpText('after', examples)
    .action(action);
}

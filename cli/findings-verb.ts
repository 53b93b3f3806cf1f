import type { Command } from 'commander';
import { examples } from './options.js';
import { DEFAULT_OUT } from './results-file.js';

type Action = (...parameters: unknown[]) => Promise<void>;

const EXAMPLE =
  'itip findings --notes servers/sogo/findings.yaml --baseline servers/sogo/baseline.yaml --out sogo.md';

/** Adds `itip findings`. */
export function addFindings(itip: Command, action: Action): void {
  itip
    .command('findings')
    .description(
      'write the page of findings about a target; 1 when a MUST failure is in none, 6 when one is stale',
    )
    .argument('[results]', `a results.json file of a whole run or its folder; ${DEFAULT_OUT} unless given`)
    .requiredOption('--notes <file>', 'what is written about each finding by hand')
    .requiredOption('--baseline <file>', 'known deviations of the target, each with its finding')
    .option('--out <file>', 'the page to write; it is printed unless given')
    .addHelpText('after', examples(EXAMPLE))
    .action(action);
}

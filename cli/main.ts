#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { toolVersion } from '../conformance/assemble-results.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { endingFor } from './ending.js';
import { addFindings } from './findings-verb.js';
import { choosing, examples, telling } from './options.js';
import { addInterop, addRun } from './playing-verbs.js';
import { DEFAULT_OUT } from './results-file.js';
import { addTargetCheck } from './target-verb.js';

type Verb = (...parameters: never[]) => ExitCode | Promise<ExitCode>;

/**
 * Ends with the code that a verb returned; errors become their code and a text. A verb is loaded when it is asked for:
 * what one of them needs takes others long to load.
 */
function ends(load: () => Promise<Verb>): (...parameters: unknown[]) => Promise<void> {
  return async (...parameters) => {
    const verb = await load();
    process.exitCode = await verb(...(parameters as never[]));
  };
}

function program(): Command {
  const itip = new Command('itip')
    .description('Tests scheduling implementations against iTIP (RFC 2446, RFC 5546).')
    .version(toolVersion())
    .showHelpAfterError('(`itip --help` and `itip COMMAND --help` show what there is)')
    .exitOverride()
    .addHelpText(
      'after',
      examples('itip run', 'itip run --target cyrus --section 2446/3.2.3', 'itip selftest'),
    )
    .addHelpText('after', EXIT_CODE_HELP);
  addRun(
    itip,
    ends(async () => (await import('./run.js')).runCommand),
  );
  addInterop(
    itip,
    ends(async () => (await import('./interop.js')).interopCommand),
  );
  addReading(itip);
  addReports(itip);
  addWriting(itip);
  return itip;
}

const EXIT_CODE_HELP = [
  '',
  'Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration, 3 target unreachable,',
  '4 fault of the harness, 5 nothing selected or judged, 6 baseline stale.',
].join('\n');

function addReading(itip: Command): void {
  choosing(itip.command('list').description('list the scenarios that a run would play'))
    .option('--json', 'as JSON')
    .addHelpText('after', examples('itip list --section 2446/2.1.5', 'itip list --tags "not @needs:inbox"'))
    .action(ends(async () => (await import('./list.js')).listCommand));
  itip
    .command('explain')
    .description('tell all about a requirement')
    .argument('<id>', 'id of a requirement, or of a scenario that judges it')
    .addHelpText('after', examples('itip explain 2446/2.1.5/older-reply'))
    .action(ends(async () => (await import('./explain.js')).explainCommand));
  itip
    .command('coverage')
    .description('tell which requirements are judged')
    .option('--check', 'fail when something does not add up')
    .option('--rfc-dir <folder>', 'hold the catalogue against the RFC texts in this folder')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('itip coverage', 'itip coverage --check --rfc-dir ~/rfc'))
    .action(ends(async () => (await import('./coverage.js')).coverageCommand));
}

function addReports(itip: Command): void {
  itip
    .command('report')
    .description('make one HTML page from results; of several, targets stand side by side')
    .argument('[results...]', `results.json files or their folders; ${DEFAULT_OUT} unless given`)
    .option('--out <file>', 'the page to write', `${DEFAULT_OUT}/report.html`)
    .option('--open', 'show it in the browser')
    .option('--strict', 'SHOULD rules count, too')
    .addHelpText('after', examples('itip report --open', 'itip report reports/out/cyrus reports/out/sogo'))
    .action(ends(async () => (await import('./report.js')).reportCommand));
  telling(itip.command('merge').description('put the results of all shards of a run together'))
    .argument('<shards...>', 'results.json files of `itip run --shard`, or their folders')
    .option('--out <folder>', 'folder of the merged results.json', DEFAULT_OUT)
    .addHelpText('after', examples('itip merge shard-1 shard-2 shard-3 --out reports/out --format html'))
    .action(ends(async () => (await import('./merge.js')).mergeCommand));
  itip
    .command('compare')
    .description('tell what is fixed, broken, new and gone between two results; 1 when something is worse')
    .argument('<before>', 'a results.json file or its folder')
    .argument('<after>', 'the same of a later run, or of another target')
    .option('--strict', 'SHOULD rules count, too')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('itip compare last/results.json reports/out'))
    .action(ends(async () => (await import('./compare.js')).compareCommand));
  addFindings(
    itip,
    ends(async () => (await import('./findings.js')).findingsCommand),
  );
}

function addWriting(itip: Command): void {
  itip
    .command('selftest')
    .description('prove the suite on seeded faults')
    .option('--full', 'try every fault on every scenario')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('itip selftest', 'itip selftest --json'))
    .action(ends(async () => (await import('./selftest.js')).selftestCommand));
  itip
    .command('serve')
    .description('let other programs use the reference')
    .option('--stdio', 'speak the adapter protocol on standard input and output')
    .option('--no-act', 'as an adapter that cannot decide, driven by edits of calendar objects')
    .addHelpText('after', examples('itip serve --stdio', "itip run --target 'stdio:itip serve --stdio'"))
    .action(ends(async () => (await import('./serve.js')).serveCommand));
  itip
    .command('init')
    .description('write an itip.config.yaml to begin with')
    .option('--url <url>', 'the server to be tested', 'http://127.0.0.1:8080/')
    .option('--force', 'replace the file that is there')
    .addHelpText('after', examples('itip init --url https://dav.example.com/'))
    .action(ends(async () => (await import('./init.js')).initCommand));
  addBaseline(itip);
  addTargetCheck(
    itip,
    ends(async () => (await import('./target-check.js')).targetCheckCommand),
    examples('itip target check mine --dry'),
  );
}

function addBaseline(itip: Command): void {
  const baseline = itip.command('baseline').description('keep the list of known deviations');
  baseline
    .command('update')
    .description('write the baseline under which the last run would be accepted')
    .requiredOption('--baseline <file>', 'the file to write; reasons that still hold are kept')
    .option('--out <folder>', 'folder of results.json', DEFAULT_OUT)
    .option('--strict', 'list SHOULD rules, too')
    .addHelpText('after', examples('itip baseline update --baseline servers/cyrus/baseline.yaml'))
    .action(ends(async () => (await import('./baseline.js')).baselineUpdateCommand));
}

/** Who reads may stop early (`itip list | head`); that changes no verdict and no exit code. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.conformant : EXIT_CODES.usage;
  } else {
    const { code, text } = endingFor(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

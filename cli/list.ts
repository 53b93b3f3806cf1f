import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import type { Scenario } from '../conformance/suite.js';
import { plural } from '../reports/verdict.js';
import { type Choice, chosen } from './choice.js';
import { loadMaterial } from './material.js';

/** `itip list`: the scenarios that a run with the same options would play. */
export async function listCommand(
  paths: readonly string[],
  flags: Choice & { readonly json?: boolean },
): Promise<ExitCode> {
  const selected = chosen(await loadMaterial(), paths, flags);
  const text =
    flags.json === true ? JSON.stringify(selected, null, 2) : [...grouped(selected), ''].join('\n');
  process.stdout.write(`${text}\n`);
  process.stderr.write(`${plural(selected.length, 'scenario')}\n`);
  return selected.length === 0 ? EXIT_CODES.nothingJudged : EXIT_CODES.conformant;
}

function grouped(scenarios: readonly Scenario[]): string[] {
  return scenarios.flatMap(({ uri, line, name, row, needs }, index) => [
    ...(uri === scenarios[index - 1]?.uri ? [] : [`${index === 0 ? '' : '\n'}${uri}`]),
    `  ${String(line).padStart(4)}  ${name}`,
    `        ${row}${needs.length === 0 ? '' : `, needs ${needs.join(' and ')}`}`,
  ]);
}

import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { type SelftestReport, selftest } from '../conformance/selftest.js';
import { table } from '../reports/text.js';
import { loadMaterial } from './material.js';

/** `itip selftest`: proves the suite on broken references; fails when a fault or a scenario is left over. */
export async function selftestCommand(flags: {
  readonly json?: boolean;
  readonly full?: boolean;
}): Promise<ExitCode> {
  const report = await selftest({
    ...(await loadMaterial()),
    full: flags.full ?? false,
    onProgress: progress,
  });
  const text = flags.json === true ? JSON.stringify(report, null, 2) : reportLines(report).join('\n');
  process.stdout.write(`${text}\n`);
  if (report.unsound.length > 0) return EXIT_CODES.harnessFault;
  return report.survivors.length + report.idle.length > 0 ? EXIT_CODES.notConformant : EXIT_CODES.conformant;
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${done === all ? '' : `${done} of ${all} faults`}`);
}

function reportLines(report: SelftestReport): string[] {
  const { faults, scenarios, survivors, idle, unsound } = report;
  const seconds = (report.durationMs / 1000).toFixed(1);
  const killed = faults.length - survivors.length;
  const useful = scenarios.length - idle.length;
  return [
    ...table([
      ['fault', 'killed by'],
      ...faults.map(({ id, kills }) => [id, kills.length === 0 ? 'nothing' : `${kills.length} checks`]),
    ]),
    '',
    ...unsound.map((text) => `unsound: ${text}`),
    ...survivors.map((id) => `survivor: ${id}`),
    ...idle.map((id) => `kills nothing: ${id}`),
    `${killed} of ${faults.length} faults killed, ${useful} of ${scenarios.length} scenarios kill something`,
    `${report.played} scenarios played in ${seconds} s`,
  ];
}

import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { explainRow } from '../requirements/explain.js';
import { UsageError } from '../targets/outcome-errors.js';
import { loadMaterial } from './material.js';
import { suggestion } from './nearest.js';

/** `itip explain ID`: all that is known about a requirement. The id of a scenario stands for the row it judges. */
export async function explainCommand(id: string): Promise<ExitCode> {
  const { suite, catalogue } = await loadMaterial();
  const wanted = suite.find((scenario) => scenario.id === id)?.row ?? id.replace(/^@/, '');
  const row = catalogue.rows.get(wanted);
  if (row === undefined) {
    throw new UsageError(`no requirement is called ${id}${suggestion(wanted, [...catalogue.rows.keys()])}`);
  }
  process.stdout.write(
    explainRow(
      row,
      suite.filter((scenario) => scenario.row === row.id),
    ),
  );
  return EXIT_CODES.conformant;
}

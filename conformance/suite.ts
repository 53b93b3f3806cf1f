import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle, SourceMediaType } from '@cucumber/messages';
import { rowsJudgedBy } from '../requirements/coverage.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { CAPABILITIES, type Capability } from '../targets/target.js';
import { scenariosUnder, type Wording, wordingOf } from './sentences.js';

/** A scenario of the suite, as its feature file has it. */
export interface Scenario extends Wording {
  /** Feature path from `features/` without extension, slug of the name, slug of the example row. */
  readonly id: string;
  readonly name: string;
  /** Path of the feature file from the root of the package, with `/`. */
  readonly uri: string;
  /** Line of the scenario, or of its example row. */
  readonly line: number;
  /** Line of the outline that an example row belongs to. */
  readonly outlineLine?: number;
  readonly tags: readonly string[];
  /** Id of the catalogue row that it judges. */
  readonly row: string;
  readonly needs: readonly Capability[];
  /** The gate that it is the probe of. */
  readonly gate: string | undefined;
}

/**
 * Reads all feature files under `features/` of a folder.
 *
 * @throws HarnessFault when one cannot be parsed, two scenarios share an id, or a scenario has no Then, names no row
 *   or needs a capability that does not exist
 */
export function loadSuite(root: string): Scenario[] {
  const scenarios = featureFiles(join(root, 'features')).flatMap((file) =>
    scenariosIn(readFileSync(file, 'utf8'), relative(root, file).split(sep).join('/')),
  );
  const seen = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    const other = seen.get(scenario.id);
    if (other !== undefined) {
      throw new HarnessFault(`${at(scenario)} and ${at(other)} have the same name`);
    }
    seen.set(scenario.id, scenario);
  }
  return scenarios;
}

function featureFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.feature'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** The scenarios of one feature, from its text. */
export function scenariosIn(text: string, uri: string): Scenario[] {
  const envelopes = generateMessages(text, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    includeGherkinDocument: true,
    includePickles: true,
    includeSource: false,
    newId: IdGenerator.incrementing(),
  });
  const error = envelopes.find(({ parseError }) => parseError !== undefined)?.parseError;
  if (error !== undefined) throw new HarnessFault(`${uri}: ${error.message}`);
  const document = envelopes.find(({ gherkinDocument }) => gherkinDocument)?.gherkinDocument;
  return envelopes.flatMap(({ pickle }) =>
    pickle === undefined || document === undefined ? [] : [scenarioFrom(pickle, document, uri)],
  );
}

function scenarioFrom(pickle: Pickle, document: GherkinDocument, uri: string): Scenario {
  const line = pickle.location?.line ?? 0;
  const tags = pickle.tags.map(({ name }) => name);
  const [row] = rowsJudgedBy(tags);
  const where = `${uri}:${line}`;
  if (row === undefined) throw new HarnessFault(`${where} is tagged with no row of the catalogue`);
  if (!pickle.steps.some(({ type }) => type === 'Outcome')) throw new HarnessFault(`${where} has no Then`);
  const parts = [
    uri.replace(/^features\/|\.feature$/g, ''),
    slug(pickle.name),
    exampleSlug(pickle, document),
  ];
  return {
    id: parts.filter((part) => part !== '').join('/'),
    name: pickle.name,
    uri,
    line,
    ...outlineOf(pickle, document),
    tags,
    row,
    needs: taggedWith(tags, '@needs:').map((need) => capability(need, where)),
    gate: taggedWith(tags, '@gate:')[0],
    ...wordingOf(pickle, document),
  };
}

function taggedWith(tags: readonly string[], prefix: string): string[] {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}

function capability(name: string, where: string): Capability {
  const found = CAPABILITIES.find((known) => known === name);
  if (found === undefined) throw new HarnessFault(`${where} needs ${name}, which is no capability`);
  return found;
}

function outlineOf({ astNodeIds }: Pickle, document: GherkinDocument): { outlineLine?: number } {
  const [outline, row] = astNodeIds;
  const found = scenariosUnder(document).find(({ id }) => id === outline);
  return row === undefined || found === undefined ? {} : { outlineLine: found.location.line };
}

/** Slug of the example row that a pickle was made from; empty for a plain scenario. */
function exampleSlug(pickle: Pickle, document: GherkinDocument): string {
  const id = pickle.astNodeIds[1];
  if (id === undefined) return '';
  const rows = scenariosUnder(document).flatMap(({ examples }) =>
    examples.flatMap(({ tableBody }) => tableBody),
  );
  return slug(
    rows
      .find((row) => row.id === id)
      ?.cells.map(({ value }) => value)
      .join(' ') ?? '',
  );
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

function at({ uri, line }: Scenario): string {
  return `${uri}:${line}`;
}

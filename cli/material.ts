import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import type { Scenario } from '../conformance/suite.js';
import { type Catalogue, catalogueOf } from '../requirements/catalogue.js';
import { compiledMaterial, type MaterialEntries } from './compiled-material.js';

/** The scenarios and the catalogue that the package brings. */
export interface Material {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
}

/** Takes both from the build, or from their files if these have changed. Throws HarnessFault when a file is wrong. */
export async function loadMaterial(root = PACKAGE_ROOT): Promise<Material> {
  const { suite, catalogue } = compiledMaterial(root) ?? (await readMaterial(root));
  return { suite, catalogue: catalogueOf(catalogue) };
}

/** Reads the feature files and the catalogue of a package. Throws HarnessFault when one of them is wrong. */
export async function readMaterial(root: string): Promise<MaterialEntries> {
  const { loadSuite } = await import('../conformance/suite.js');
  const { readCatalogue } = await import('../requirements/read-catalogue.js');
  return { suite: loadSuite(root), catalogue: readCatalogue(join(root, 'requirements')) };
}

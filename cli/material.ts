import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { loadSuite, type Scenario } from '../conformance/suite.js';
import { type Catalogue, loadCatalogue } from '../requirements/catalogue.js';

/** The scenarios and the catalogue that the package brings. */
export interface Material {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
}

/** Reads both. Throws HarnessFault when a file of the package is wrong. */
export function loadMaterial(): Material {
  return {
    suite: loadSuite(PACKAGE_ROOT),
    catalogue: loadCatalogue(join(PACKAGE_ROOT, 'requirements')),
  };
}

import type { Catalogue } from '../requirements/catalogue.js';
import {
  DOCUMENTS,
  type Document,
  forceOf,
  nameOfDocument,
  nameOfSection,
  type Profile,
  type Row,
  sectionKey,
} from '../requirements/row.js';

/** Where a requirement stands and how strong it is, in one line, e.g. `MUST, RFC 2446 section 3.2.3, REPLY`. */
export function placeOf(id: string, catalogue: Catalogue, profile: Profile): string {
  const row = catalogue.rows.get(id);
  if (row === undefined) return 'not in the catalogue';
  return `${strengthOf(row, profile)}, ${nameOfSection(row.source)}, ${row.source.title}`;
}

/** How strong a requirement is, e.g. `MUST NOT` or `implied MUST`. */
export function strengthOf(row: Row, profile: Profile): string {
  const force = forceOf(row, profile);
  return force.level === 'implied' ? `implied ${force.weight.toUpperCase()}` : force.level;
}

/** The section of a requirement, e.g. `2446/3.2.3`; what the catalogue does not know is read from the id. */
export function sectionOf(requirement: string, catalogue: Catalogue): string {
  const source = catalogue.rows.get(requirement)?.source;
  if (source !== undefined) return sectionKey(source);
  return /^(\d{4}\/[\d.]+|service\/[a-z-]+)(?=\/)/.exec(requirement)?.[0] ?? '?';
}

/** The title of a section such as `2446/3.2.3`, as its RFC prints it; empty when it is not known. */
export function titleOfSection(key: string, catalogue: Catalogue): string {
  const [document, section] = partsOf(key);
  return (document !== undefined && catalogue.titleOf(document, section)) || '';
}

/** What stands around the title of a section: its number, which the service does not have, and its document. */
export function aroundTitle(key: string): { readonly number: string; readonly document: string } {
  const [document, section] = partsOf(key);
  if (document === undefined) return { number: key, document: '' };
  return { number: document === 'service' ? '' : section, document: nameOfDocument(document) };
}

function partsOf(key: string): [Document | undefined, string] {
  const [name = '', section = ''] = key.split('/');
  const document = name === 'service' ? name : `rfc${name}`;
  return [DOCUMENTS.find((known) => known === document), section];
}

/** Puts sections into the order of their numbers. */
export function bySection(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

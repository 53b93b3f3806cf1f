import type { Catalogue } from '../requirements/catalogue.js';
import {
  Document,
  forceOf,
  nameOfDocument,
  type Profile,
  type Row,
  sectionKey,
} from '../requirements/row.js';

/** Where a requirement stands and how strong it is, in one line, e.g. `MUST, RFC 2446 section 3.2.3, REPLY`. */
export function placeOf(id: string, catalogue: Catalogue, profile: Profile): string {
  const row = catalogue.rows.get(id);
  if (row === undefined) return 'not in the catalogue';
  const { document, section, title } = row.source;
  return `${strengthOf(row, profile)}, ${nameOfDocument(document)} section ${section}, ${title}`;
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
  const [name = '', section = ''] = key.split('/');
  const document = Document.safeParse(name === 'service' ? name : `rfc${name}`);
  return (document.success && catalogue.titleOf(document.data, section)) || '';
}

/** Puts sections into the order of their numbers. */
export function bySection(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

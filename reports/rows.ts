import type { Catalogue } from '../requirements/catalogue.js';
import { forceOf, type Profile } from '../requirements/row.js';

/** Where a requirement stands and how strong it is, in one line, e.g. `MUST, RFC 2446 section 3.2.3, REPLY`. */
export function placeOf(id: string, catalogue: Catalogue, profile: Profile): string {
  const row = catalogue.rows.get(id);
  if (row === undefined) return 'not in the catalogue';
  const force = forceOf(row, profile);
  const level = force.level === 'implied' ? `implied ${force.weight.toUpperCase()}` : force.level;
  const { document, section, title } = row.source;
  return `${level}, RFC ${document.slice('rfc'.length)} section ${section}, ${title}`;
}

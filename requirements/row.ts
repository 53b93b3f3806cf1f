import type { Duty, Party } from '../targets/target.js';
import type { Document, Force, Lines, WrittenRow } from './row-file.js';

export type { Document, Force, Lines } from './row-file.js';

/** One testable rule of an RFC or of the scheduling service. */

/** `service` is no RFC: it is the model of a scheduling service that the suite itself states, row by row. */
export const DOCUMENTS = ['rfc2446', 'rfc5546', 'rfc6638', 'rfc6047', 'service'] as const;

/** How a document is called in ids and on the command line: `2446`, `service`. */
function shortName(document: Document): string {
  return document.replace(/^rfc/, '');
}

/** How a document is called: `RFC 2446`, `scheduling service`. */
export function nameOfDocument(document: Document): string {
  return document === 'service' ? 'scheduling service' : `RFC ${shortName(document)}`;
}

/** How a section is called where its title follows. The service has no numbers: there the title is the name. */
export function nameOfSection({ document, section }: Pick<Place, 'document' | 'section'>): string {
  const name = nameOfDocument(document);
  return document === 'service' ? name : `${name} section ${section}`;
}

/** A section of a document as ids and the command line have it, e.g. `2446/3.2.3`. */
export function sectionKey({ document, section }: Pick<Place, 'document' | 'section'>): string {
  return `${shortName(document)}/${section}`;
}

/** Which of the two iTIP documents a run takes as its norm. */
export const PROFILES = ['rfc5546', 'rfc2446'] as const;
export type Profile = (typeof PROFILES)[number];

/** A place in the canonical text of an RFC. */
export interface Place {
  readonly document: Document;
  readonly section: string;
  /** Title of the section, as the RFC prints it. */
  readonly title: string;
  /** Undefined in the model of the scheduling service, which is no text. */
  readonly lines: Lines | undefined;
}

/** A row of the catalogue. `force` holds the level; that of the profile rfc2446 may differ. */
export interface Row {
  readonly id: string;
  readonly force: Force;
  readonly in2446: Force | undefined;
  readonly party: Party;
  readonly duty: Duty;
  readonly method: WrittenRow['method'];
  readonly component: WrittenRow['component'];
  readonly text: string;
  readonly source: Place;
  readonly successor: Place | undefined;
  readonly profiles: readonly Profile[];
  readonly ambient: boolean;
  readonly untested: string | undefined;
  readonly unobservable: string | undefined;
  readonly ruling: string | undefined;
}

/** Where a row stands: in its own document and, where it has one, in the successor. */
export function placesOf({ source, successor }: Row): Place[] {
  return successor === undefined ? [source] : [source, successor];
}

/** A place in the text of an RFC. */
export interface RfcPlace extends Place {
  readonly lines: Lines;
}

/** The places of a row that stand in the text of an RFC. */
export function rfcPlacesOf(row: Row): RfcPlace[] {
  return placesOf(row).flatMap(({ lines, ...place }) => (lines === undefined ? [] : [{ ...place, lines }]));
}

/** The level, weight and reason of a row in a profile. */
export function forceOf(row: Row, profile: Profile): Force {
  return profile === 'rfc2446' ? (row.in2446 ?? row.force) : row.force;
}

/** The level of a row as results count it: rules without keyword are counted apart as `implied`. */
export function levelOf(row: Row, profile: Profile): 'must' | 'should' | 'may' | 'implied' {
  const force = forceOf(row, profile);
  return force.level === 'implied' ? 'implied' : keywordOf(force.level);
}

/** What breaking the row means: `must` fails, `should` warns, `may` never fails. An implied rule has its weight. */
export function severityOf(row: Row, profile: Profile = 'rfc5546'): 'must' | 'should' | 'may' {
  const force = forceOf(row, profile);
  return force.level === 'implied' ? force.weight : keywordOf(force.level);
}

function keywordOf(level: Exclude<Force['level'], 'implied'>): 'must' | 'should' | 'may' {
  if (level.startsWith('MUST')) return 'must';
  return level === 'MAY' ? 'may' : 'should';
}

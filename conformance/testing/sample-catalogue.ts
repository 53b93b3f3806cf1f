import type { Catalogue } from '../../requirements/catalogue.js';
import type { Row } from '../../requirements/row.js';

/** A row for unit tests: a MUST that the Organizer's side composes, unless told otherwise. */
export function sampleRow(id: string, other: Partial<Row> = {}): Row {
  return {
    id,
    force: { level: 'MUST' },
    in2446: undefined,
    party: 'organizer',
    duty: 'compose',
    method: 'REQUEST',
    component: 'VEVENT',
    text: 'A rule.',
    source: { document: 'rfc2446', section: '1', title: 'Introduction', lines: [1, 1] },
    successor: undefined,
    profiles: ['rfc5546', 'rfc2446'],
    ambient: false,
    untested: undefined,
    unobservable: undefined,
    ruling: undefined,
    ...other,
  };
}

/** A catalogue of these rows, without restriction tables. */
export function sampleCatalogue(rows: readonly Row[]): Catalogue {
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    tables: [],
    exclusions: [],
    accounted: [],
    titleOf: () => undefined,
  };
}

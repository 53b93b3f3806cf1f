import { PROFILES, type Row } from '../row.js';

/** A row for unit tests: a MUST of the Organizer in lines 4 to 5 of section 1, "Packing", of RFC 2446. */
export function sampleRow(change: Partial<Row> = {}): Row {
  return {
    id: '2446/1/trunk-is-locked',
    force: { level: 'MUST' },
    in2446: undefined,
    party: 'organizer',
    duty: 'compose',
    method: 'REQUEST',
    component: 'VEVENT',
    text: 'A trunk is locked.',
    source: { document: 'rfc2446', section: '1', title: 'Packing', lines: [4, 5] },
    successor: undefined,
    profiles: PROFILES,
    ambient: false,
    untested: undefined,
    unobservable: undefined,
    ruling: undefined,
    ...change,
  };
}

import { expect, test } from 'vitest';
import { sampleCatalogue, sampleRow } from '../conformance/testing/sample-catalogue.js';
import { aroundTitle, placeOf, sectionOf } from './rows.js';

const ID = 'service/outbox/one-entry';
const source = { document: 'service', section: 'outbox', title: 'The Outbox', lines: undefined } as const;

test('a rule stands in a section of an RFC, or under a title of the service', () => {
  const catalogue = sampleCatalogue([sampleRow(ID, { source })]);
  expect(placeOf(ID, catalogue, 'rfc5546')).toBe('MUST, scheduling service, The Outbox');
  expect(sectionOf(ID, catalogue)).toBe('service/outbox');
});

test.each([
  ['2446/3.2.3', '3.2.3', 'RFC 2446'],
  ['service/outbox', '', 'scheduling service'],
  ['?', '?', ''],
])('around the title of %s stand its number and its document', (key, number, document) => {
  expect(aroundTitle(key)).toEqual({ number, document });
});

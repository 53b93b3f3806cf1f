import { expect, it } from 'vitest';
import { untidyFaults } from './faults.js';

it('finds faults that share an id, break no row, or have an opposite that does not exist', () => {
  const rows = new Set(['2446/1/row']);
  const sound = { id: 'a', requirement: '2446/1/row', opposite: 'b' };
  const faults = [
    sound,
    { id: 'b', requirement: '2446/1/other', opposite: 'a' },
    { id: 'c', requirement: '2446/1/row', opposite: 'd' },
    { id: 'c', requirement: '2446/1/row' },
  ];
  expect(untidyFaults(faults, rows)).toEqual([
    'b: the catalogue has no row 2446/1/other',
    'c: another fault has the same id',
    'c: its opposite d does not exist',
  ]);
  expect(untidyFaults([{ ...sound, opposite: undefined }], rows)).toEqual([]);
});

import { expect, it } from 'vitest';
import { coordinator, openPass, optionsKey, type } from './pickle-filter.js';

type Found = {
  readonly pickle: { readonly id: string; readonly uri: string };
  readonly location: { line: number };
};

/** What the filter of a pass makes of pickles given as `ID URI LINE`. */
function filtered(pass: string, pickles: readonly string[]): string[] {
  let filter: (found: readonly Found[]) => readonly Found[] = () => [];
  const transform = (_event: string, given: typeof filter): void => {
    filter = given;
  };
  coordinator({ transform, options: { id: pass } } as unknown as Parameters<typeof coordinator>[0]);
  const found = pickles.map((words): Found => {
    const [id = '', uri = '', line] = words.split(' ');
    return { pickle: { id, uri }, location: { line: Number(line) } };
  });
  return filter(found).map(({ pickle }) => pickle.id);
}

const SUITE = ['p1 features/a.feature 3', 'p2 features/a.feature 9', 'p3 features/b.feature 3'];

it('keeps what the pass plays, in its order, and learns which pickle is which', () => {
  const placeOf = new Map<string, string>();
  const close = openPass('one', { places: ['features/b.feature:3', 'features/a.feature:3'], placeOf });
  expect(filtered('one', SUITE)).toEqual(['p3', 'p1']);
  expect([...placeOf]).toEqual([
    ['p3', 'features/b.feature:3'],
    ['p1', 'features/a.feature:3'],
  ]);
  close();
});

it('leaves out what is not there, so that its outcome is missed', () => {
  const placeOf = new Map<string, string>();
  const close = openPass('one', { places: ['features/a.feature:4', 'features/a.feature:9'], placeOf });
  expect(filtered('one', SUITE)).toEqual(['p2']);
  expect([...placeOf.keys()]).toEqual(['p2']);
  close();
});

it('knows a place on Windows', () => {
  const close = openPass('one', { places: ['features/a.feature:3'], placeOf: new Map() });
  expect(filtered('one', ['p1 features\\a.feature 3'])).toEqual(['p1']);
  close();
});

it('keeps passes apart, and none after its end', () => {
  const closings = [
    openPass('one', { places: ['features/a.feature:3'], placeOf: new Map() }),
    openPass('two', { places: ['features/a.feature:9'], placeOf: new Map() }),
  ];
  expect(filtered('one', SUITE)).toEqual(['p1']);
  expect(filtered('two', SUITE)).toEqual(['p2']);
  for (const close of closings) close();
  expect(() => filtered('one', SUITE)).toThrow('no pass is called one');
});

it('is told to Cucumber as a plugin', () => {
  expect({ type, optionsKey }).toEqual({ type: 'plugin', optionsKey: 'pass' });
});

import type { Plugin } from '@cucumber/cucumber/api';

/** What one pass through Cucumber shall play, and what it learns of it. Cucumber clones options, so it goes by id. */
export interface Pass {
  /** `URI:LINE` of the scenarios in the order in which they shall be played. */
  readonly places: readonly string[];
  /** Filled by the filter: the place of each pickle by its id, which changes from pass to pass. */
  readonly placeOf: Map<string, string>;
}

const passes = new Map<string, Pass>();

/** Makes a pass known to the filter; the returned function forgets it. */
export function openPass(id: string, pass: Pass): () => void {
  passes.set(id, pass);
  return () => passes.delete(id);
}

/**
 * This module is a Cucumber plugin, told by these three names, that keeps just the scenarios of the pass in its order.
 */
export const type = 'plugin';
export const optionsKey = 'pass';
export const coordinator: Plugin<{ readonly id: string }>['coordinator'] = ({ transform, options }) => {
  const pass = passes.get(options.id);
  if (pass === undefined) throw new Error(`no pass is called ${options.id}`);
  transform('pickles:filter', (pickles) => {
    const byPlace = new Map(
      pickles.map((found) => [`${found.pickle.uri.replaceAll('\\', '/')}:${found.location.line}`, found]),
    );
    return pass.places.flatMap((place) => {
      const found = byPlace.get(place);
      if (found !== undefined) pass.placeOf.set(found.pickle.id, place);
      return found ?? [];
    });
  });
};

import type { Trouble } from '../targets/lane.js';

/** What came of some work: its value, or what went wrong. */
export interface Attempt<T> {
  readonly value?: T;
  readonly trouble?: Trouble;
}

/** Does what follows a scenario. An error becomes a trouble, so that it is judged like one of the scenario itself. */
export async function attempt<T>(sentence: string, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { trouble: { phase: 'hook', error, sentence } };
  }
}

import type { JCalComponent } from './jcal.js';

/** One kind of thing that was found out about components. */
export interface Remembered<Value> {
  /** What is known of a component; undefined when nothing is. */
  of(component: JCalComponent): Value | undefined;
  keep(component: JCalComponent, value: Value): void;
}

/** By component, what is known of each kind. One table for all: each further one costs the collector as much again. */
const known = new WeakMap<JCalComponent, unknown[]>();
let kinds = 0;

/** A memory for what is found out about components, which never change; it lasts as long as the component does. */
export function remembered<Value>(): Remembered<Value> {
  const kind = kinds;
  kinds += 1;
  return {
    of: (component) => known.get(component)?.[kind] as Value | undefined,
    keep: (component, value) => {
      const before = known.get(component);
      if (before === undefined) {
        const facts = new Array<unknown>(kinds).fill(undefined);
        facts[kind] = value;
        known.set(component, facts);
      } else before[kind] = value;
    },
  };
}

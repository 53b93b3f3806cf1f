/**
 * What a scheduling service remembers, behind a small interface: tables of values by key. Memory is passed in like
 * time and chance, so that the same service runs on memory alone or on a file that survives a crash.
 */

/** Values by key, in the order in which the keys were first set. */
export interface Table<Value> extends ReadonlyMap<string, Value> {
  set(key: string, value: Value): unknown;
  delete(key: string): boolean;
}

/** How the values of a table are written down: as JSON, and back. Whoever changes it raises `HEAD` in `log-text.ts`. */
export interface Codec<Value> {
  write(value: Value): unknown;
  /** Reads what `write` returned, after a trip through JSON. */
  read(written: unknown): Value;
}

export interface Store {
  /**
   * The table of that name; the same one for the same name.
   *
   * @param codec for values that are not JSON as they are
   */
  table<Value>(name: string, codec?: Codec<Value>): Table<Value>;
  /** Makes all that was set and deleted since the last call durable: all of it or, after a crash, nothing. */
  commit(): void;
  close(): void;
}

/** For values that are JSON as they are. */
export function plainJson<Value>(): Codec<Value> {
  return { write: (value) => value, read: (written) => written as Value };
}

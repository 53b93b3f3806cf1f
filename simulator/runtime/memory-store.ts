import { type Codec, plainJson, type Store, type Table } from './store.js';

interface Kept {
  readonly codec: Codec<unknown>;
  readonly rows: Map<string, unknown>;
}

/** A store that lasts as long as the process. */
export class MemoryStore implements Store {
  readonly #tables = new Map<string, Kept>();
  /** As written down, until somebody asks for the table and says how it is read. */
  readonly #written: Map<string, readonly (readonly [key: string, written: unknown])[]>;

  constructor(written: Iterable<readonly [string, readonly (readonly [string, unknown])[]]> = []) {
    this.#written = new Map(written);
  }

  table<Value>(name: string, codec: Codec<Value> = plainJson()): Table<Value> {
    const known = this.#tables.get(name)?.rows;
    if (known !== undefined) return known as Map<string, Value>;
    const rows = new Map(
      (this.#written.get(name) ?? []).map(([key, written]) => [key, codec.read(written)] as const),
    );
    this.#tables.set(name, { codec: codec as Codec<unknown>, rows });
    return rows;
  }

  /**
   * What another process would find had it all been written down: another store with the same values, none of them
   * shared with this one.
   */
  reopened(): MemoryStore {
    const written = [...this.#tables].map(([name, { codec, rows }]) => {
      const pairs = [...rows].map(([key, value]) => [key, codec.write(value)] as const);
      return [name, JSON.parse(JSON.stringify(pairs)) as [string, unknown][]] as const;
    });
    const untouched = [...this.#written].filter(([name]) => !this.#tables.has(name));
    return new MemoryStore([...untouched, ...written]);
  }

  commit(): void {}

  close(): void {}
}

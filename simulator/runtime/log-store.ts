import { LogFile } from './log-file.js';
import type { Change } from './log-text.js';
import { type Codec, plainJson, type Store, type Table } from './store.js';

/**
 * A store in one file that survives the end of the process at any moment, `kill -9` included: an append-only log, one
 * line with a checksum for each commit. A log is enough here, as all tables are in memory anyway, and needs neither a
 * native addon nor a newer Node.js, which the embedded databases do.
 */
export class LogStore implements Store {
  readonly #file: LogFile;
  readonly #tables = new Map<string, KnownTable>();
  /** What the file had when it was opened, until somebody asks for the table. */
  readonly #found: Map<string, Map<string, unknown>>;
  /** Not committed yet, by table and key: in the order in which they have to be repeated. */
  readonly #pending = new Map<string, Pending>();

  /**
   * Opens a file, or makes it.
   *
   * @throws StoreError when it is no such file, is damaged elsewhere than at its end, or belongs to a living process
   */
  constructor(path: string) {
    this.#file = new LogFile(path);
    this.#found = this.#file.tables;
  }

  table<Value>(name: string, codec: Codec<Value> = plainJson()): Table<Value> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known.rows as Map<string, Value>;
    const found = [...(this.#found.get(name) ?? [])];
    this.#found.delete(name);
    const rows = new Map(found.map(([key, written]) => [key, codec.read(written)] as const));
    const watched = new WatchedMap(rows, (key, change) => {
      const write = change === undefined ? undefined : () => codec.write(change.value);
      this.#note(name, key, write);
    });
    this.#tables.set(name, { rows: watched, write: (value) => codec.write(value as Value) });
    return watched;
  }

  commit(): void {
    if (this.#pending.size === 0) return;
    this.#file.append([...this.#pending.values()].flatMap(changesOf));
    // Only now: what could not be written is still to be written by the next commit.
    this.#pending.clear();
    const known = [...this.#tables.values()].map(({ rows }) => rows);
    const live = [...known, ...this.#found.values()].reduce((sum, rows) => sum + rows.size, 0);
    if (this.#file.isOutdated(live)) this.#file.replace(this.#values());
  }

  /** Commits what is left. The file is given back even if that fails. Safe to call twice. */
  close(): void {
    try {
      this.commit();
    } finally {
      this.#pending.clear();
      this.#file.close();
    }
  }

  /** All that is committed, as it is written. */
  #values(): Change[] {
    const known = [...this.#tables].flatMap(([table, { rows, write }]) =>
      [...rows].map(([key, value]): Change => [table, key, write(value)]),
    );
    const found = [...this.#found].flatMap(([table, rows]) =>
      [...rows].map(([key, written]): Change => [table, key, written]),
    );
    return [...known, ...found];
  }

  /** Of several changes to one key only the last counts; but a key that is set again after a deletion moves back. */
  #note(table: string, key: string, write: (() => unknown) | undefined): void {
    const id = JSON.stringify([table, key]);
    const before = this.#pending.get(id);
    const isGone = before !== undefined && before.write === undefined;
    if (write === undefined || isGone) this.#pending.delete(id);
    this.#pending.set(id, { table, key, write, moved: isGone || (before?.moved ?? false) });
  }
}

interface KnownTable {
  readonly rows: ReadonlyMap<string, unknown>;
  /** A value as JSON. */
  readonly write: (value: unknown) => unknown;
}

interface Pending {
  readonly table: string;
  readonly key: string;
  /** The value as JSON when it is asked for; undefined for a deletion. */
  readonly write: (() => unknown) | undefined;
  /** Whether the key was deleted before it was set. */
  readonly moved: boolean;
}

function changesOf({ table, key, write, moved }: Pending): Change[] {
  const gone: Change = [table, key];
  if (write === undefined) return [gone];
  return [...(moved ? [gone] : []), [table, key, write()]];
}

/** A map that tells of what is done to it; of a deletion `change` is undefined. */
class WatchedMap<Value> extends Map<string, Value> {
  readonly #told: ((key: string, change: { readonly value: Value } | undefined) => void) | undefined;

  constructor(
    rows: Iterable<readonly [string, Value]>,
    told: (key: string, change: { readonly value: Value } | undefined) => void,
  ) {
    super();
    for (const [key, value] of rows) super.set(key, value);
    this.#told = told;
  }

  override set(key: string, value: Value): this {
    super.set(key, value);
    this.#told?.(key, { value });
    return this;
  }

  override delete(key: string): boolean {
    if (!super.delete(key)) return false;
    this.#told?.(key, undefined);
    return true;
  }
}

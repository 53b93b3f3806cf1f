import { TargetUnreachable } from '../outcome-errors.js';
import type { ArrivedMail, MailOut } from './ends.js';

/** A mail catcher with an HTTP API. */
export interface WebMail {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** How a mail catcher is asked. */
export interface Catcher {
  /** A page of ids, newest first, and how many there are in all. */
  list(start: number): Promise<{ readonly ids: readonly string[]; readonly total: number }>;
  read(id: string): Promise<ArrivedMail>;
}

/** Reads each mail once, and none that was there before. */
export async function newOnly({ list, read }: Catcher): Promise<MailOut> {
  const known = new Set<string>();
  const fresh = async (): Promise<string[]> => {
    const found: string[] = [];
    for (let start = 0; ; ) {
      const { ids, total } = await list(start);
      const unknown = ids.filter((id) => !known.has(id));
      found.push(...unknown);
      start += ids.length;
      if (ids.length === 0 || unknown.length < ids.length || start >= total) break;
    }
    for (const id of found) known.add(id);
    return found.reverse();
  };
  await fresh();
  return {
    arrivals: async () => {
      const mails: ArrivedMail[] = [];
      for (const id of await fresh()) mails.push(await read(id));
      return mails;
    },
    close: () => Promise.resolve(),
  };
}

/** Opens a mail catcher; what goes wrong then and later is told as TargetUnreachable with its name and address. */
export async function reading(name: string, url: string, open: () => Promise<MailOut>): Promise<MailOut> {
  const told = async <T>(asking: () => Promise<T>): Promise<T> => {
    try {
      return await asking();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new TargetUnreachable(`mail.out: ${name} at ${url} does not answer as it should: ${why}`);
    }
  };
  const opened = await told(open);
  return { arrivals: () => told(() => opened.arrivals()), close: () => opened.close() };
}

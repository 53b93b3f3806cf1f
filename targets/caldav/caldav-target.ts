import { UsageError } from '../outcome-errors.js';
import type { Capability, CastRequest, Stage, Target, TargetDescription, Trace } from '../target.js';
import { CaldavStage, type Member } from './caldav-stage.js';
import type { CaldavDescription } from './config.js';
import { DavSession } from './dav.js';
import { discover, type Home } from './discovery.js';
import { type Exchange, exchangeLine, exchangeText } from './exchange.js';
import { guardedFetch } from './guarded-fetch.js';

/**
 * A CalDAV server with implicit scheduling (RFC 6638). The first user's home is looked up at once, so that a server
 * that is down or refuses the credentials is known before anything is played.
 *
 * @throws TargetUnreachable, MalformedAnswer, UsageError as `guardedFetch` and `discover` do
 */
export async function openCaldavTarget(config: CaldavDescription): Promise<Target> {
  const target = new CaldavTarget(config);
  await target.introduce();
  return target;
}

class CaldavTarget implements Target {
  description: TargetDescription;
  readonly #config: CaldavDescription;
  readonly #homes = new Map<string, Promise<Home>>();

  constructor(config: CaldavDescription) {
    this.#config = config;
    this.description = {
      name: config.name,
      kind: 'caldav',
      product: 'unknown',
      driver: 'implicit',
      capabilities: new Set(),
      literal: false,
    };
  }

  /** Learns from the server what it is and what it can do. */
  async introduce(): Promise<void> {
    const [id] = Object.keys(this.#config.users);
    if (id === undefined) throw new UsageError(`target ${this.#config.name}: "users" is empty`);
    const home = await this.#homeOf(id);
    const calendar = home.calendars[0] ?? this.#config.url;
    const { dav, server } = await this.#session(id, silent).options(calendar);
    const capabilities = new Set<Capability>();
    if (home.inbox !== undefined) capabilities.add('inbox');
    if (dav.includes('calendar-auto-schedule')) capabilities.add('schedule-tag');
    this.description = { ...this.description, product: server || 'unknown', capabilities };
  }

  async open({ names, external }: CastRequest, trace: Trace): Promise<Stage> {
    const members = await Promise.all(
      names.filter((name) => !external.includes(name)).map((name) => this.#member(name, trace)),
    );
    return new CaldavStage(members, this.#config.deadlineMs, trace);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #member(name: string, trace: Trace): Promise<Member> {
    const id = name.toLowerCase();
    const home = await this.#homeOf(id);
    const user = { id, name, addresses: home.addresses, placement: 'target' } as const;
    return { user, home, dav: this.#session(id, (exchange) => this.#record(id, exchange, trace)) };
  }

  #homeOf(id: string): Promise<Home> {
    const known = this.#homes.get(id) ?? discover(this.#session(id, silent), this.#config.url);
    this.#homes.set(id, known);
    return known;
  }

  #session(id: string, onExchange: (exchange: Exchange) => void): DavSession {
    const account = this.#config.users[id];
    if (account === undefined) {
      throw new UsageError(`target ${this.#config.name}: "users" has no account for ${id}; add one`);
    }
    const { deadlineMs, allowRemote } = this.#config;
    return new DavSession(guardedFetch({ ...account, deadlineMs, allowRemote, onExchange }));
  }

  #record(id: string, exchange: Exchange, trace: Trace): void {
    if (exchange.method === 'REPORT' || exchange.method === 'PROPFIND') return;
    const secrets = Object.values(this.#config.users).map(({ password }) => password);
    trace.add({
      kind: 'exchange',
      from: id,
      text: exchangeLine(exchange),
      detail: exchangeText(exchange, secrets),
    });
  }
}

function silent(): void {}

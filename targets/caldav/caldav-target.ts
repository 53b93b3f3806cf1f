import { type Correspondence, openCorrespondence } from '../imip/correspondence.js';
import { counterpartsOf, MailStage } from '../imip/mail-stage.js';
import { UsageError } from '../outcome-errors.js';
import type { Patience } from '../poll.js';
import type { Capability, CastRequest, Cutype, Stage, Target, TargetDescription, Trace } from '../target.js';
import { AUTO_SCHEDULE, withoutScheduling } from './auto-schedule.js';
import { CaldavStage } from './caldav-stage.js';
import { probeCapabilities } from './capability-probe.js';
import { Chores } from './clearing.js';
import type { CaldavDescription } from './config.js';
import type { DavSession } from './dav.js';
import { discover, type Home } from './discovery.js';
import { type Exchange, secretsOf, tracedIn } from './exchange.js';
import { MailInbox } from './mail-inbox.js';
import type { Member } from './member.js';
import { Pace, Throttle } from './pace.js';
import { sessionOf } from './session.js';

/**
 * A CalDAV server with implicit scheduling (RFC 6638). The first user's home is looked up at once, so that a server
 * that is down, refuses the login or does not schedule is known before anything is played.
 *
 * @param pace that of all lanes on the server; of its own where there is no other
 * @throws UsageError when nobody can log in or the server does not schedule
 * @throws TargetUnreachable, MalformedAnswer, UsageError as `guardedFetch` and `discover` do
 */
export function openCaldavTarget(config: CaldavDescription, pace = new Pace(config.rate)): Promise<Target> {
  return opened(new CaldavTarget(config, pace), (target) => target.introduce());
}

/**
 * The same, with what the server declares tried out on a meeting of the first two users, who are Anna and Bert
 * where they have accounts. It is removed again before anything else is played.
 *
 * @throws as `openCaldavTarget` does
 */
export function openProbedCaldavTarget(
  config: CaldavDescription,
  pace = new Pace(config.rate),
): Promise<Target> {
  return opened(new CaldavTarget(config, pace), async (target) => {
    await target.introduce();
    await target.probe();
  });
}

/** The target once it is ready; one that cannot be used listens nowhere. */
async function opened(target: CaldavTarget, ready: (target: CaldavTarget) => Promise<void>): Promise<Target> {
  try {
    await ready(target);
  } catch (error) {
    await target.close();
    throw error;
  }
  return target;
}

class CaldavTarget implements Target {
  description: TargetDescription;
  readonly #config: CaldavDescription;
  readonly #secrets: readonly string[];
  readonly #throttle: Throttle;
  readonly #chores = new Chores();
  readonly #homes = new Map<string, Promise<Home>>();
  #inboxReplaces = false;
  #mail: MailInbox | undefined;
  #correspondence: Correspondence | undefined;

  constructor(config: CaldavDescription, pace: Pace) {
    this.#config = config;
    this.#throttle = new Throttle(pace);
    this.#secrets = secretsOf(Object.values(config.users));
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
    const { name, url, users } = this.#config;
    const [id] = Object.keys(users);
    if (id === undefined) throw new UsageError(`target ${name}: "users" is empty; add an account for anna`);
    const home = await this.#homeOf(id);
    const calendar = home.calendars[0] ?? url;
    const { features, server } = await this.#session(id, silent).options(calendar);
    if (!features.includes(AUTO_SCHEDULE)) throw new UsageError(withoutScheduling(name, calendar, features));
    const capabilities = new Set<Capability>(['schedule-tag']);
    const { mailSink, allowRemote, product } = this.#config;
    if (mailSink !== undefined) this.#mail = await MailInbox.open(mailSink, allowRemote);
    if (home.inbox !== undefined || mailSink !== undefined) capabilities.add('inbox');
    for (const capability of await this.#openMail()) capabilities.add(capability);
    this.description = { ...this.description, product: product ?? (server || 'unknown'), capabilities };
  }

  /** Tries what the server declares; with a single account there is nobody to meet. */
  async probe(): Promise<void> {
    const [organizer, attendee] = probePair(Object.keys(this.#config.users));
    if (organizer === undefined || attendee === undefined) return;
    const stage = await this.open(
      { scenario: 'probe', names: [organizer, attendee], external: [] },
      NO_TRACE,
    );
    const { inbox } = await this.#homeOf(attendee);
    const probed = await probeCapabilities(stage, {
      ...{ organizer, attendee, patience: this.#patience },
      inbox: this.#mail === undefined ? inbox : undefined,
    }).finally(() => stage.close());
    this.#inboxReplaces = probed.inboxReplaces;
    const absent = probed.probes.filter(({ present }) => !present).map(({ capability }) => capability);
    const capabilities = new Set([...this.description.capabilities].filter((each) => !absent.includes(each)));
    this.description = { ...this.description, capabilities, probes: probed.probes };
  }

  /** Opens the ways of mail that the target file describes; returns what the target can do with them. */
  async #openMail(): Promise<Capability[]> {
    const { mail, allowRemote } = this.#config;
    if (mail === undefined) return [];
    this.#correspondence = await openCorrespondence(mail, allowRemote, this.#throttle.answering);
    return mail.in === undefined ? ['imip-out'] : ['imip-out', 'imip-in', 'message-in'];
  }

  /** Undefined without mail: nobody elsewhere is reached, and nobody here from there. */
  get addressesOf(): Target['addressesOf'] {
    if (this.#correspondence === undefined) return undefined;
    return async (name) => (await this.#homeOf(name.toLowerCase())).addresses.filter(isMailto);
  }

  async open(request: CastRequest, trace: Trace): Promise<Stage> {
    const { names, external, cutypes = {} } = request;
    const members = await Promise.all(
      names
        .filter((name) => !external.includes(name))
        .map((name) => this.#member(name, cutypes[name], trace)),
    );
    const { users: logins } = this.#config;
    const patience = this.#patience;
    const correspondence = this.#correspondence;
    const others = correspondence === undefined ? [] : counterpartsOf(request, correspondence.domain);
    const knowledge = { inboxReplaces: this.#inboxReplaces, others, chores: this.#chores };
    const stage = new CaldavStage(members, patience, trace, knowledge);
    if (correspondence === undefined) return stage;
    return new MailStage({ stage, correspondence, counterparts: others, logins, patience, trace });
  }

  readonly throttledMs = (): number => this.#throttle.spentMs;
  readonly answeringMs = (): number => this.#throttle.answering.spentMs;
  readonly busyMs = (): number => this.#throttle.busyMs;

  get #patience(): Patience {
    return { deadlineMs: this.#config.deadlineMs, throttledMs: () => this.#throttle.spentMs };
  }

  async close(): Promise<void> {
    await this.#mail?.close();
    await this.#correspondence?.close();
  }

  async #member(name: string, cutype: Cutype | undefined, trace: Trace): Promise<Member> {
    const id = name.toLowerCase();
    const home = await this.#homeOf(id);
    const kind = cutype === undefined ? {} : { cutype };
    const user = { id, name, addresses: home.addresses, placement: 'target', ...kind } as const;
    const dav = this.#session(id, tracedIn(trace, id, this.#secrets));
    return { user, home, dav, ...(this.#mail === undefined ? {} : { mail: this.#mail }) };
  }

  /** Looked up once; a look-up that failed is not remembered. */
  async #homeOf(id: string): Promise<Home> {
    const known = this.#homes.get(id) ?? discover(this.#session(id, silent), this.#config.url);
    this.#homes.set(id, known);
    try {
      return await known;
    } catch (error) {
      this.#homes.delete(id);
      throw error;
    }
  }

  #session(id: string, onExchange: (exchange: Exchange) => void): DavSession {
    return sessionOf(this.#config, id, this.#throttle, onExchange);
  }
}

const NO_TRACE: Trace = { add: () => {}, rule: () => {} };

/** Anna and Bert, else those who come first in the target file. */
function probePair(ids: readonly string[]): readonly string[] {
  return ['anna', 'bert'].every((id) => ids.includes(id)) ? ['anna', 'bert'] : ids.slice(0, 2);
}

function isMailto(address: string): boolean {
  return /^mailto:/i.test(address);
}

function silent(): void {}

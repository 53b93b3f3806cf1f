import type { Results, ScenarioResult } from '../../conformance/results.js';
import { nameOf } from '../exchange.js';

/** Room around a run, as the clock of a server may be off. */
const AROUND_MS = 60 * 60 * 1000;

/** A time in iCalendar or ISO form, in UTC. */
const TIME = /\b(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z/g;

/** A UID that the suite made: run, number of the scenario, number of the meeting, name. Also inside of addresses. */
const UID = /itip-[0-9a-f]{8}-\d+-(\d+)-[^\s@%/]*(?:@|%40)itip-conformance\.invalid/g;

/** The address of such a meeting on a server; bounded, as a server may write any length without a space. */
const ADDRESS = /(?:https?:\/\/)?\S{0,300}\/meeting-(\d+)(?:\.ics)?/g;

/** What texts of one scenario have in common from run to run. */
export type Steady = (text: string) => string;

/**
 * Texts of a scenario without what differs from run to run: UIDs are numbered, times of the run have no value, accounts
 * have the names of the people whose they were, and what lies on a server is named without its address.
 */
export function steadyIn({ people = {} }: ScenarioResult, { startedAt, durationMs }: Results): Steady {
  const begin = Date.parse(startedAt);
  const isOfRun = (at: number): boolean => at > begin - AROUND_MS && at < begin + durationMs + AROUND_MS;
  const accounts = Object.entries(people).flatMap(([id, addresses]) => addresses.flatMap(accountsAs(id)));
  return (text) => {
    const named = text
      .replace(UID, 'meeting-$1')
      .replace(ADDRESS, 'meeting-$1')
      .replace(TIME, (written, ...parts: string[]) => {
        const [year, month, day, hour, minute, second] = parts;
        return isOfRun(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`))
          ? '(time)'
          : written;
      });
    return accounts.reduce((sum, [account, name]) => sum.replace(account, name), named);
  };
}

/** Of a mail address what it is called instead: the name at the same domain, also where the account stands as CN. */
function accountsAs(id: string): (address: string) => [RegExp, string][] {
  return (address) => {
    const [, account, domain] = /^mailto:([^@]+)@(.+)$/i.exec(address) ?? [];
    if (account === undefined || domain === undefined) return [];
    return [
      [new RegExp(`(?<![\\w.+-])${escaped(`${account}@${domain}`)}(?![\\w-])`, 'gi'), `${id}@${domain}`],
      [new RegExp(`(?<=;CN="?)${escaped(account)}(?![\\w-])`, 'gi'), nameOf(id)],
    ];
  };
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

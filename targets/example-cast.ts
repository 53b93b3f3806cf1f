import type { CalendarUser, CastRequest } from './target.js';

/** Where those live whose addresses are free to choose. */
const DOMAIN = 'example.com';

/** A cast whose addresses are free to choose: `mailto:<id>@example.com`, or in another domain. */
export function castAtExample(request: CastRequest, domain = DOMAIN): ReadonlyMap<string, CalendarUser> {
  const { names, external, byMail = [], elsewhere = {}, cutypes = {}, members = {} } = request;
  const addressesOf = (name: string) => elsewhere[name] ?? addressesIn(domain, name);
  return new Map(
    names.map((name) => {
      const id = name.toLowerCase();
      const placement = external.includes(name) ? 'harness' : 'target';
      const [cutype, belonging] = [cutypes[name], members[name]];
      const kind = cutype === undefined ? {} : { cutype };
      const group = belonging?.flatMap((member) => addressesOf(member).slice(0, 1));
      const belongs = group === undefined ? {} : { members: group };
      const reach = byMail.includes(name) || name in elsewhere ? { byMail: true } : {};
      return [id, { id, name, addresses: addressesOf(name), placement, ...reach, ...kind, ...belongs }];
    }),
  );
}

/** The primary address of somebody in a domain, and an alias. */
export function addressesIn(domain: string, name: string): string[] {
  const id = name.toLowerCase();
  return [`mailto:${id}@${domain}`, `mailto:${id}@alias.${domain}`];
}

/** A right of one user of a cast to schedule for another. */
export interface CastRight {
  /** User id of the one for whom things are done. */
  readonly user: string;
  /** User id of the one who does them. */
  readonly actor: string;
  readonly may: readonly ['schedule'];
}

/** The rights of secretaries, as far as both people of the cast live on the target. */
export function rightsIn({ names, external, rights = {} }: CastRequest): CastRight[] {
  const isHere = (name: string) => names.includes(name) && !external.includes(name);
  return Object.entries(rights).flatMap(([actor, owners]) =>
    owners
      .filter((owner) => isHere(owner) && isHere(actor))
      .map((owner) => ({
        user: owner.toLowerCase(),
        actor: actor.toLowerCase(),
        may: ['schedule'] as const,
      })),
  );
}

import type { CalendarUser, CastRequest } from './target.js';

/** A cast whose addresses are free to choose: `mailto:<id>@example.com`. */
export function castAtExample(request: CastRequest): ReadonlyMap<string, CalendarUser> {
  const { names, external, byMail = [], cutypes = {}, members = {} } = request;
  return new Map(
    names.map((name) => {
      const id = name.toLowerCase();
      const placement = external.includes(name) ? 'harness' : 'target';
      const [cutype, belonging] = [cutypes[name], members[name]];
      const kind = cutype === undefined ? {} : { cutype };
      const group = belonging === undefined ? {} : { members: belonging.map(addressOf) };
      const reach = byMail.includes(name) ? { byMail: true } : {};
      return [id, { id, name, addresses: addressesOf(name), placement, ...reach, ...kind, ...group }];
    }),
  );
}

/** The primary address, and an alias. */
function addressesOf(name: string): string[] {
  return [addressOf(name), `mailto:${name.toLowerCase()}@alias.example.com`];
}

function addressOf(name: string): string {
  return `mailto:${name.toLowerCase()}@example.com`;
}

/** A right of one user of a cast to schedule for another. */
export interface CastRight {
  /** User id of the one for whom things are done. */
  readonly user: string;
  /** User id of the one who does them. */
  readonly actor: string;
  readonly may: readonly ['schedule'];
}

/** The rights of secretaries, as far as both people are in the cast. */
export function rightsIn({ names, rights = {} }: CastRequest): CastRight[] {
  return Object.entries(rights).flatMap(([actor, owners]) =>
    owners
      .filter((owner) => names.includes(owner) && names.includes(actor))
      .map((owner) => ({
        user: owner.toLowerCase(),
        actor: actor.toLowerCase(),
        may: ['schedule'] as const,
      })),
  );
}

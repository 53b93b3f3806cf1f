import type { CalendarUser, CastRequest } from './target.js';

/** A cast whose addresses are free to choose: `mailto:<id>@example.com`. */
export function castAtExample({
  names,
  external,
  cutypes = {},
}: CastRequest): ReadonlyMap<string, CalendarUser> {
  return new Map(
    names.map((name) => {
      const id = name.toLowerCase();
      const placement = external.includes(name) ? 'harness' : 'target';
      const cutype = cutypes[name];
      const kind = cutype === undefined ? {} : { cutype };
      return [id, { id, name, addresses: [`mailto:${id}@example.com`], placement, ...kind }];
    }),
  );
}

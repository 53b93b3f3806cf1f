/** A seeded fault as far as tidiness goes. */
export interface SeededFault {
  readonly id: string;
  readonly requirement: string;
  readonly opposite?: string | undefined;
}

/** Faults that share an id, break a row that does not exist, or have an opposite that is none. */
export function untidyFaults(faults: readonly SeededFault[], rows: ReadonlySet<string>): string[] {
  const byId = new Map(faults.map((fault) => [fault.id, fault]));
  return faults.flatMap((fault) => {
    const { id, requirement, opposite } = fault;
    return [
      ...(byId.get(id) === fault ? [] : [`${id}: another fault has the same id`]),
      ...(rows.has(requirement) ? [] : [`${id}: the catalogue has no row ${requirement}`]),
      ...(opposite === undefined || byId.has(opposite)
        ? []
        : [`${id}: its opposite ${opposite} does not exist`]),
    ];
  });
}

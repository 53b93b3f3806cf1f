import type { Results } from '../../conformance/results.js';

/** What tells the results at a place apart from all others: the name of the target, and more where two are alike. */
export function labelOf({ target, profile }: Results, all: readonly Results[], index: number): string {
  const alike = all.filter((other) => other.target.name === target.name);
  if (alike.length === 1) return target.name;
  const withProfile = `${target.name} ${profile}`;
  if (alike.filter((other) => other.profile === profile).length === 1) return withProfile;
  return `${target.name} (${all.slice(0, index + 1).filter((one) => alike.includes(one)).length})`;
}

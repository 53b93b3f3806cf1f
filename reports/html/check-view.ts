import type { Check, Results } from '../../conformance/results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import { atFaultIn } from '../at-fault.js';
import { placeOf } from '../rows.js';
import { plural } from '../verdict.js';
import { outcomeMark } from './faces.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { markedDifference } from './word-difference.js';

/** A check that did not pass: the rule, what was expected and what was found, or the reason. */
export function checkView(check: Check, catalogue: Catalogue, results: Results): Markup {
  const { requirement, outcome, ambient } = check;
  const text = catalogue.rows.get(requirement)?.text;
  return markup`<div class="check ${outcome}">
    <p class="rule">${outcomeMark(outcome)}
    <a href="#${anchorOf(requirement)}">${requirement}</a>
    <span class="quiet">${placeOf(requirement, catalogue, results.profile)}${
      ambient && '; judged on every message'
    }</span></p>
    ${text && markup`<p class="says">${text}</p>`}
    ${findings(check)}
    ${faultLine(check, results)}</div>`;
}

/** Of two targets that exchange mail, which one broke the rule. */
export function faultLine(check: Check, results: Results): Markup | undefined {
  const side = atFaultIn(check, results);
  return side === undefined ? undefined : markup`<p class="quiet">At fault: ${side}</p>`;
}

/** Expected against actual; a reason stands where there is no such pair. */
export function findings({
  expected,
  actual,
  reason,
}: Pick<Check, 'expected' | 'actual' | 'reason'>): Markup {
  if (expected === undefined || actual === undefined) {
    return reason === undefined ? markup`` : markup`<p class="reason">${reason}</p>`;
  }
  const [wanted, found] = markedDifference(expected, actual);
  return markup`<dl class="versus"><div><dt>expected</dt><dd>${wanted}</dd></div>
    <div><dt>actual</dt><dd>${found}</dd></div></dl>`;
}

/** The checks that passed, in one line: which one the scenario is about, and how many beside it. */
export function passedLine(checks: readonly Check[]): Markup | undefined {
  const passed = checks.filter(({ outcome }) => outcome === 'passed');
  if (passed.length === 0) return undefined;
  const own = passed.filter(({ ambient }) => !ambient).map(({ requirement }) => requirement);
  const beside = plural(passed.length - own.length, 'check');
  const parts = [...own, ...(passed.length > own.length ? [`${beside} on its messages`] : [])];
  return markup`<p class="quiet">Passed: ${parts.join(', ')}</p>`;
}

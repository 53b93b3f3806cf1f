import { type Counts, OUTCOMES, type Outcome } from '../../conformance/results.js';
import { type Markup, markup } from './markup.js';

/** How outcomes look: a sign of its own for each, so that nothing depends on colour. */
const SIGNS: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✗',
  warned: '!',
  'not-applicable': '–',
  'not-expressible': '∅',
  blocked: '⊘',
  inconclusive: '?',
  errored: '‼',
};

/** What each outcome says, for the legend. */
export const MEANINGS: Readonly<Record<Outcome, string>> = {
  passed: 'the rule was judged and holds',
  failed: 'a MUST, or an implied rule of that weight, does not hold',
  warned: 'a SHOULD, or an implied rule of that weight, does not hold',
  'not-applicable': 'the target does not claim the ability, or the duty is not its own',
  'not-expressible': 'the driver has no way to say it',
  blocked: 'something before it went wrong, so the rule could not be judged',
  inconclusive: 'time ran out without proof either way',
  errored: 'the target could not be reached, or its answer could not be understood',
};

/** The outcomes with the worst first, as they are shown. */
const SHOWN: readonly Outcome[] = [
  'failed',
  'errored',
  'inconclusive',
  'warned',
  'blocked',
  'not-expressible',
  'not-applicable',
  'passed',
];

/** An outcome as a mark with its word, and with whom it is about. */
export function outcomeMark(outcome: Outcome | undefined, of?: string): Markup {
  const whom = of !== undefined && markup` <b>${of}</b>`;
  if (outcome === undefined) return markup`<span class="mark">not played${whom}</span>`;
  return markup`<span class="mark ${outcome}">${sign(outcome)}${outcome}${whom}</span>`;
}

/** Most names in a mark; more are counted. */
const MOST_NAMES = 2;

/** The outcomes of several columns, each outcome once with the columns it is true of, the worst first. */
export function outcomeMarks(outcomes: readonly (Outcome | undefined)[], labels: readonly string[]): Markup {
  const found = [...SHOWN, undefined].filter((outcome) => outcomes.includes(outcome));
  const [first] = found;
  if (found.length === 1) return outcomeMark(first, outcomes.length > 1 ? 'everywhere' : undefined);
  const marks = found.map((outcome, index) => {
    const names = labels.filter((_label, column) => outcomes[column] === outcome);
    const counted = index === found.length - 1 ? `${names.length} others` : `${names.length} targets`;
    return markup`${outcomeMark(outcome, names.length > MOST_NAMES ? counted : names.join(', '))} `;
  });
  return markup`<span class="marks">${marks}</span>`;
}

function sign(outcome: Outcome): Markup {
  return markup`<i aria-hidden="true">${SIGNS[outcome]}</i>`;
}

/** Counts as a row of marks, the worst first; outcomes that did not occur are left out. */
export function tally(counts: Counts): Markup {
  const shown = SHOWN.filter((outcome) => counts[outcome] > 0);
  if (shown.length === 0) return markup`<span class="none">–<span class="unseen">none</span></span>`;
  return markup`<span class="tally">${shown.map(
    (outcome) =>
      markup`<span class="${outcome}">${sign(outcome)}${counts[outcome]}
        <span class="unseen">${outcome}</span></span>`,
  )}</span>`;
}

/** Width of a bar in the units of its own drawing. */
const BAR = 1000;

/** Counts as a bar of stripes. The numbers stand beside it, so it is hidden from screen readers. */
export function bar(counts: Counts): Markup {
  const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (all === 0) return markup``;
  const order = SHOWN.toReversed().filter((outcome) => counts[outcome] > 0);
  let from = 0;
  const stripes = order.map((outcome) => {
    const width = (counts[outcome] / all) * BAR;
    const stripe = markup`<rect class="${outcome}" x="${Math.round(from)}" width="${Math.ceil(width)}" height="8"/>`;
    from += width;
    return stripe;
  });
  return markup`<svg class="bar" viewBox="0 0 ${BAR} 8" preserveAspectRatio="none" aria-hidden="true">
    ${stripes}</svg>`;
}

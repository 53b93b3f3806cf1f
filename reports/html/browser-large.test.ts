import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserIsThere, openVisits, type Visits } from '../testing/page-visits.js';
import {
  failedScenario,
  plainScenario,
  reportInput,
  resultsOf,
  seenReply,
} from '../testing/sample-report.js';
import { htmlReport } from './html-report.js';

/** A page of four targets that has nearly all that a page may have, in a real browser. */

const scenarios = Array.from({ length: 500 }, (_, index) => {
  const id = `rfc2446/2.1.5-order/a-scenario-with-a-name-of-usual-length-${index}`;
  if (index % 3 === 0) return { ...plainScenario('x', 'passed'), id };
  return failedScenario({ id, ...(index % 3 === 1 && { exchange: seenReply() }) });
});
const targets = ['one', 'two', 'three', 'four'].map((name) => resultsOf(name, ...scenarios));

/** Milliseconds from the beginning to the first content that is seen; nothing before that. */
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;

describe.runIf(browserIsThere())('a full page', () => {
  const page = htmlReport(reportInput(...targets));
  let visits: Visits;

  beforeAll(async () => {
    const small = htmlReport(reportInput(resultsOf('one', plainScenario('x', 'passed'))));
    visits = await openVisits({ 'full.html': page, 'small.html': small });
  });
  afterAll(() => visits.close());

  test('has nearly all that it may have, and not more', () => {
    expect(Buffer.byteLength(page)).toBeGreaterThan(2_500_000);
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  });

  /** The quickest of three visits: milliseconds until something of the page is seen. */
  async function firstPaint(name: string): Promise<number> {
    const paints: number[] = [];
    for (let visit = 0; visit < 3; visit += 1) {
      await visits.visit(name, async (shown) => {
        const paint = () => shown.evaluate<number | undefined>(FIRST_PAINT);
        await expect.poll(paint).toBeDefined();
        paints.push((await paint()) ?? Number.POSITIVE_INFINITY);
      });
    }
    return Math.min(...paints);
  }

  test('is seen nearly as soon as a page of one scenario', async () => {
    const small = await firstPaint('small.html');
    expect(await firstPaint('full.html')).toBeLessThan(5 * small);
  });
});

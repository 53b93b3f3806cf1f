import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCheck, sampleScenario } from '../../conformance/testing/sample-results.js';
import { browserIsThere, openVisits, type Visits } from '../testing/page-visits.js';
import {
  failedScenario,
  meetingCopy,
  OLDER_REPLY,
  plainScenario,
  REPLY_UID,
  reportInput,
  resultsOf,
  seenReply,
} from '../testing/sample-report.js';
import { htmlReport } from './html-report.js';

/** Addresses of what a page shows, drill-down, and hostile content, in a real browser. */

const LATE = 'rfc2446/2.1.5-order/late';
const SEEN = 'rfc2446/2.1.5-order/seen';

const judged = sampleCheck('failed', { requirement: OLDER_REPLY, message: meetingCopy(0, 'ACCEPTED') });
const seen = sampleScenario(SEEN, [judged], { name: 'A REPLY that is seen', exchange: seenReply() });
const one = resultsOf(
  'one',
  plainScenario('a', 'passed'),
  plainScenario('b', 'failed'),
  failedScenario(),
  seen,
);
const other = resultsOf(
  'other',
  plainScenario('a', 'failed'),
  plainScenario('b', 'failed'),
  failedScenario(),
);

/** Everything that could run, where a server's answer, an event or a name may stand. */
const EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>';

function hostilePage(): string {
  const lines = ['UID:a', `SUMMARY:${EVIL}`, `ATTENDEE:mailto:${EVIL}`];
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const check = sampleCheck('failed', {
    requirement: REPLY_UID,
    ...{ reason: EVIL, expected: EVIL, actual: EVIL, message: text },
  });
  const from = `mailto:${EVIL}`;
  const scenario = sampleScenario('rfc2446/evil', [check], {
    ...{ name: EVIL, reason: EVIL },
    exchange: [
      { kind: 'composed', at: 0, from, to: EVIL, text: EVIL, detail: text, messageId: EVIL },
      { kind: 'held', at: 0, from, to: EVIL, text: EVIL, messageId: EVIL },
      { kind: 'observed', at: 0, from, text: EVIL, detail: `${text}\r\n` },
      { kind: 'observed', at: 0, from, text: EVIL, detail: text },
      { kind: 'exchange', at: 0, from, text: EVIL, detail: `HTTP/1.1 200\r\nX-Header: ${EVIL}` },
    ],
  });
  return htmlReport(reportInput(resultsOf(EVIL, scenario), one));
}

describe.runIf(browserIsThere())('links and content in a browser', () => {
  let visits: Visits;
  const visit: Visits['visit'] = (...parameters) => visits.visit(...parameters);
  const shown = (page: Page): Promise<string[]> => page.locator('.sc:visible .name').allTextContents();
  const fragment = (page: Page): Promise<string> => page.evaluate<string>('location.hash');

  beforeAll(async () => {
    visits = await openVisits({
      'one.html': htmlReport(reportInput(one)),
      'two.html': htmlReport(reportInput(one, other)),
      'evil.html': hostilePage(),
    });
  });
  afterAll(() => visits.close());

  test('the address says what the filters show, and a page with that address shows the same', async () => {
    let address = '';
    await visit('one.html', async (page) => {
      await page.getByRole('combobox', { name: 'Outcome' }).selectOption('failed');
      await page.getByRole('combobox', { name: 'Section' }).selectOption('2446/2.1.5');
      await page.getByLabel('Search').fill('late reply');
      address = await fragment(page);
      expect(address).toBe('#?q=late+reply&o=failed&s=2446/2.1.5');
    });
    await visit(`one.html${address}`, async (page) => {
      expect(await shown(page)).toEqual(['A late REPLY']);
      expect(await page.getByLabel('Search').inputValue()).toBe('late reply');
      await page.getByRole('button', { name: 'Clear' }).click();
      expect(await shown(page)).toHaveLength(4);
      expect(await fragment(page)).toBe('');
    });
  });

  test('a filter of which the page knows nothing hides nothing', async () => {
    await visit('one.html#?o=exploded&x=1', async (page) => {
      expect(await shown(page)).toHaveLength(4);
    });
  });

  test('one address may name a scenario and the filter around it', async () => {
    await visit(`one.html#${LATE}?o=failed`, async (page) => {
      expect(await page.locator(`[id="${LATE}"]`).getAttribute('open')).toBe('');
      expect(await shown(page)).not.toContain('Name of a');
    });
  });

  test('a cell of the matrix leads to its scenarios, of one target by method, of several by target', async () => {
    await visit('one.html', async (page) => {
      await page.locator('.matrix a.cell[href="#?s=2446/2.1.5&m=REPLY"]').click();
      await expect.poll(() => shown(page)).toEqual(['A late REPLY', 'A REPLY that is seen']);
    });
    await visit('two.html', async (page) => {
      await page.locator('.matrix a.cell[href="#?s=2446/2.1.5&t=2"]').click();
      await expect.poll(() => shown(page)).toEqual(['A late REPLY']);
      const top = "document.querySelector('#scenarios h2').getBoundingClientRect().top";
      expect(await page.evaluate<number>(top)).toBeLessThan(200);
    });
  });

  test('an outcome is that of the chosen target', async () => {
    await visit('two.html#?t=1&o=failed', async (page) => {
      expect(await shown(page)).not.toContain('Name of a');
      await page.getByRole('combobox', { name: 'Target' }).selectOption('other');
      expect(await shown(page)).toContain('Name of a');
    });
  });

  test('where targets differ the requirement leads to what went wrong on each', async () => {
    await visit('two.html', async (page) => {
      const row = page.locator('tr.sub', { hasText: 'reply-uid' });
      expect(await row.locator('td').allTextContents()).toEqual([
        expect.stringMatching(/1\s*failed.*2\s*passed/s),
        expect.stringMatching(/2\s*failed.*1\s*passed/s),
      ]);
      await row.locator('td').first().locator('a').click();
      await expect.poll(() => fragment(page)).toBe('#rfc2446/3.2.3-reply/b');
    });
  });

  test('what was seen in a calendar leads to its source, with what has changed', async () => {
    await visit(`one.html#${SEEN}`, async (page) => {
      const sheets = page.locator(`[id="${SEEN}"] svg a.spot`);
      const labels = (await sheets.all()).map((sheet) => sheet.getAttribute('aria-label'));
      expect(await Promise.all(labels)).toEqual([
        'seen at Anna in the calendar',
        'seen at Anna changed in the calendar judged',
        'seen at Anna REQUEST changed in the Outbox',
      ]);
      await sheets.nth(1).focus();
      await page.keyboard.press('Enter');
      const source = page.locator(`[id="${SEEN}--1--e--7"]`);
      await expect.poll(() => source.getAttribute('open')).toBe('');
      expect(await source.textContent()).toMatch(/Compared with the look before.*NEEDS-ACTION.*ACCEPTED/s);
    });
  });

  test('script in a SUMMARY, an address, a header or a name is text, and runs nowhere', async () => {
    await visit('evil.html', async (page) => {
      await page.getByRole('button', { name: 'Open all' }).click();
      expect(await page.locator('img, svg[onload], body script:not(:last-child)').count()).toBe(0);
      const text = await page.locator('#scenarios').textContent();
      expect(text).toContain(`SUMMARY:${EVIL}`);
      expect(text).toContain(`ATTENDEE:mailto:${EVIL}`);
      expect(text).toContain(`X-Header: ${EVIL}`);
    });
  });
});

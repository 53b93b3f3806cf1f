import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserIsThere, openVisits, type Visits } from '../testing/page-visits.js';
import { failedScenario, plainScenario, reportInput, resultsOf } from '../testing/sample-report.js';
import { htmlReport } from './html-report.js';

/** The page in a real browser, from a file and without network. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LATE = 'rfc2446/2.1.5-order/late';

/** Runs in the page: what axe finds, with the elements. */
const VIOLATIONS = `axe.run().then(({ violations }) =>
  violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))]))`;

/** Runs in the page: everything visible that a keyboard must reach gets a name, which is told. */
const REACHABLE = `[...document.querySelectorAll('a[href], button, select, input, summary, [tabindex]')]
  .filter((element) => element.checkVisibility())
  .map((element, index) => element.dataset.name = index + ' ' + element.textContent.slice(0, 40))`;

const choice = (page: Page, name: string): Locator => page.getByRole('combobox', { name });
const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

const one = resultsOf(
  'one',
  plainScenario('a', 'passed'),
  plainScenario('b', 'blocked'),
  plainScenario('c', 'warned', '2446/3.2.3/comment'),
  failedScenario(),
);
const other = resultsOf('other', plainScenario('a', 'inconclusive'), plainScenario('b', 'errored'));

describe.runIf(browserIsThere())('the page in a browser', () => {
  let visits: Visits;
  const visit: Visits['visit'] = (...parameters) => visits.visit(...parameters);

  beforeAll(async () => {
    const pages = {
      'one.html': htmlReport(reportInput(one)),
      'two.html': htmlReport(reportInput(one, other)),
    };
    visits = await openVisits(pages);
  });
  afterAll(() => visits.close());

  const shown = (page: Page): Promise<string[]> => page.locator('.sc:visible .name').allTextContents();

  test.each(
    (['one.html', 'two.html'] as const).flatMap((name) =>
      (['light', 'dark'] as const).flatMap((colorScheme) =>
        [1280, 390].map((width) => [name, colorScheme, width] as const),
      ),
    ),
  )('%s has no accessibility violation in %s at %i pixels', async (name, colorScheme, width) => {
    const look = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Open all' }).click();
      await page.evaluate(AXE);
      const violations = await page.evaluate(VIOLATIONS);
      expect(violations).toEqual([]);
    };
    await visit(name, look, { colorScheme, viewport: { width, height: 900 } });
  });

  test('the ground follows the colour scheme', async () => {
    const ground = async (colorScheme: 'light' | 'dark'): Promise<string> => {
      let colour = '';
      const look = async (page: Page): Promise<void> => {
        colour = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      };
      await visit('one.html', look, { colorScheme });
      return colour;
    };
    const [light, dark] = [await ground('light'), await ground('dark')];
    expect(light).not.toBe(dark);
  });

  test('nothing is wider than a phone, but for what scrolls by itself', async () => {
    const look = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Open all' }).click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    };
    await visit('two.html', look, { viewport: { width: 360, height: 800 } });
  });

  test('search and filters leave what fits, and say how much that is', async () => {
    await visit('one.html', async (page) => {
      const count = page.getByRole('status');
      await expect.poll(() => count.textContent()).toBe('4 scenarios');
      await choice(page, 'Outcome').selectOption('failed');
      expect(await shown(page)).toEqual(['A late REPLY']);
      expect(await count.textContent()).toBe('1 of 4 scenarios');
      await choice(page, 'Outcome').selectOption('any');
      await choice(page, 'Level').selectOption('should');
      expect(await shown(page)).toEqual(['Name of c']);
      await choice(page, 'Section').selectOption('2446/2.1.5');
      expect(await shown(page)).toEqual([]);
      await page.getByRole('button', { name: 'Clear' }).click();
      await choice(page, 'Party').selectOption('attendee');
      expect(await shown(page)).toEqual(['Name of a', 'Name of b']);
      await page.getByRole('button', { name: 'Clear' }).click();
      await choice(page, 'Method').selectOption('REPLY');
      expect(await shown(page)).toEqual(['A late REPLY']);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByLabel('Search').fill('review@example.com DECLINED');
      expect(await shown(page)).toEqual(['A late REPLY']);
      await page.getByLabel('Search').fill('no such words');
      expect(await count.textContent()).toBe('0 of 4 scenarios');
      await page.getByLabel('Search').press('Escape');
      expect(await count.textContent()).toBe('4 scenarios');
    });
  });

  test('all can be reached and opened by the keyboard', async () => {
    await visit('one.html', async (page) => {
      const wanted = await page.evaluate<string[]>(REACHABLE);
      expect(wanted.length).toBeGreaterThan(15);
      const reached = new Set<string>();
      for (let presses = 0; presses < wanted.length; presses += 1) {
        await page.keyboard.press('Tab');
        reached.add(await page.evaluate<string>('document.activeElement.dataset.name'));
      }
      expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
      await page.locator(`[id="${LATE}"] > summary`).focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('svg.ladder').isVisible()).toBe(true);
      await page.locator('svg.ladder a').first().focus();
      await page.keyboard.press('Enter');
      const source = page.locator(`[id="${LATE}--1--m--1"]`);
      await expect.poll(() => source.getAttribute('open')).toBe('');
      expect(await source.locator('pre').textContent()).toContain('METHOD:REQUEST');
      expect(await focused(page)).toContain('sends');
    });
  });

  test('a deep link opens what it names, also when a filter hides it', async () => {
    await visit(`one.html#${LATE}`, async (page) => {
      expect(await page.locator(`[id="${LATE}"]`).getAttribute('open')).toBe('');
      expect(await page.locator('svg.ladder').isVisible()).toBe(true);
      await choice(page, 'Outcome').selectOption('passed');
      expect(await page.locator('svg.ladder').isVisible()).toBe(false);
      await page.locator('#broken a[href="#rfc2446/2.1.5-order/late"]').click();
      expect(await page.locator('svg.ladder').isVisible()).toBe(true);
    });
  });

  test('the next problem is one press away, and the one after it', async () => {
    await visit('one.html', async (page) => {
      const next = page.getByRole('button', { name: 'Next problem' });
      await next.click();
      expect(await focused(page)).toContain('A late REPLY');
      await next.press('Enter');
      expect(await focused(page)).toContain('Name of b');
      await choice(page, 'Outcome').selectOption('warned');
      await next.press('Enter');
      expect(await focused(page)).toContain('Name of c');
    });
  });

  test('paper is light, and shows what went wrong in full', async () => {
    const look = async (page: Page): Promise<void> => {
      await page.pdf();
      await page.emulateMedia({ media: 'print' });
      const ground = "getComputedStyle(document.querySelector('.card')).backgroundColor";
      expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
      expect(await page.locator('svg.ladder').isVisible()).toBe(true);
      expect(await page.locator('#filter').isVisible()).toBe(false);
    };
    await visit('one.html', look, { colorScheme: 'dark' });
  });

  test('without scripts all of it can be read', async () => {
    const look = async (page: Page): Promise<void> => {
      expect(await page.locator('#filter').isVisible()).toBe(false);
      await page.locator(`[id="${LATE}"] > summary`).click();
      expect(await page.locator('svg.ladder').isVisible()).toBe(true);
      await page.locator(`[id="${LATE}--1--m--3"] > summary`).click();
      expect(await page.locator(`[id="${LATE}--1--m--3"] pre`).textContent()).toContain('PARTSTAT=DECLINED');
    };
    await visit('one.html', look, { javaScriptEnabled: false });
  });

  test('the policy of the page stops what would load, send or run', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.goto(visits.addressOf('one.html'));
    const ended = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      const image = document.createElement('img');
      const loaded = new Promise((resolve) => {
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('stopped');
      });
      image.src = 'http://127.0.0.1:${port}/x.png';
      document.body.append(script, image);
      const sent = await fetch('http://127.0.0.1:${port}/').then(() => 'sent', () => 'stopped');
      return [document.title, await loaded, sent];
    })()`);
    await context.close();
    await new Promise((closed) => server.close(closed));
    expect(ended).toEqual([expect.stringContaining('iTIP'), 'stopped', 'stopped']);
    expect(asked).toBe(0);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failedScenario, plainScenario, reportInput, resultsOf } from '../testing/sample-report.js';
import { htmlReport } from './html-report.js';

/** The page in a real browser, from a file and without network. */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere) {
  process.stderr.write(
    `\n!!! SKIPPED: ${CHROMIUM} is not there, so the HTML report was NOT tried in a browser\n`,
  );
}
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LATE = 'rfc2446/2.1.5-order/late';
const QUIET = ['gpu', 'background-networking', 'component-update', 'sync'].map((part) => `--disable-${part}`);

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

describe.runIf(isThere)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'itip-report-'));
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'one.html'), htmlReport(reportInput(one)));
    writeFileSync(join(folder, 'two.html'), htmlReport(reportInput(one, other)));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...QUIET] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page, hands it over, and holds that it asked for nothing but itself and had no error. */
  async function visit(
    name: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ) {
    const context = await browser.newContext({ ...options, offline: true });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    const requests: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => errors.push(message.text()));
    const address = pathToFileURL(join(folder, name.replace(/#.*/, ''))).href;
    await page.goto(address + (/#.*/.exec(name)?.[0] ?? ''));
    await look(page);
    await context.close();
    expect(errors).toEqual([]);
    expect(new Set(requests)).toEqual(new Set([address]));
  }

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
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'one.html')).href);
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

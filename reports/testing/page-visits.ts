import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Pages of reports in a real browser, from files and without network. */

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = ['gpu', 'background-networking', 'component-update', 'sync'].map((part) => `--disable-${part}`);

/** Whether there is a browser; says loudly when there is none. */
export function browserIsThere(): boolean {
  if (existsSync(CHROMIUM)) return true;
  process.stderr.write(
    `\n!!! SKIPPED: ${CHROMIUM} is not there, so the HTML report was NOT tried in a browser\n`,
  );
  return false;
}

export interface Visits {
  readonly browser: Browser;
  /** The address of a page. */
  addressOf(name: string): string;
  /**
   * Opens a page, hands it over, and holds that it asked for nothing but itself and had no error.
   *
   * @param name name of the page, with a fragment where one is wanted
   */
  visit(name: string, look: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
  /** Ends the browser and removes the pages. */
  close(): Promise<void>;
}

/** Writes pages into a folder of their own and starts a browser. */
export async function openVisits(pages: Readonly<Record<string, string>>): Promise<Visits> {
  const folder = mkdtempSync(join(tmpdir(), 'itip-report-'));
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...QUIET] });
  const addressOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  return {
    ...{ browser, addressOf },
    visit: (name, look, options = {}) => visitOnce(browser, name, look, { ...options, addressOf }),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function visitOnce(
  browser: Browser,
  name: string,
  look: (page: Page) => Promise<void>,
  { addressOf, ...options }: BrowserContextOptions & Pick<Visits, 'addressOf'>,
): Promise<void> {
  const context = await browser.newContext({ ...options, offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  const address = addressOf(name.replace(/#.*/, ''));
  await page.goto(address + (/#.*/.exec(name)?.[0] ?? ''));
  await look(page);
  await context.close();
  expect(errors).toEqual([]);
  expect(new Set(requests)).toEqual(new Set([address]));
}

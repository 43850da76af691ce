import {test as base, expect, type Page, type Response} from '@playwright/test';
import axe from 'axe-core';

export type {Locator, Page} from '@playwright/test';

import {breaks} from './contract';
import {fits} from './fits';

export {expect} from '@playwright/test';

export const LANGUAGES = ['fr', 'en', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Watch {
  /** Statuses of our own API that this test provokes. All others from 400 on fail it. */
  expect: (...statuses: number[]) => void;
  /** Requests that this test breaks off or makes fail. */
  faultsExpected: () => void;
}

/** Every page of a context is watched: a page error, a CSP report, a console error, an unexpected status or a missing `lang` fails. */
export const test = base.extend<{watch: Watch}>({
  watch: [
    async ({context}, use) => {
      const faults: string[] = [];
      const expected = new Set<number>();
      let broken = false;
      const answers: Promise<void>[] = [];
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          // biome-ignore lint/suspicious/noConsole: how a report leaves the page
          console.error(`CSP ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
        );
      });
      context.on('page', (page) => {
        page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error}`));
        page.on('console', (message) => {
          // Chromium's own line for every answer of 4xx and 5xx; statuses are judged by the answers themselves.
          const own = message.text().startsWith('Failed to load resource');
          if (message.type() === 'error' && !own) faults.push(`console: ${message.text()}`);
        });
        page.on('requestfailed', (request) => {
          const left = request.failure()?.errorText === 'net::ERR_ABORTED';
          if (!broken && !left)
            faults.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`);
        });
        page.on('response', (response) => {
          const status = response.status();
          const told = `${status} ${response.request().method()} ${response.url()}`;
          if (status >= 400 && !expected.has(status) && !broken) faults.push(told);
          // A redirect out of the browser's cache is told by the address before it, with the status behind it.
          const redirected =
            response.status() < 300 && /^(image|media)$/.test(response.request().resourceType());
          if (new URL(response.url()).pathname.startsWith('/v1/') && !broken && !redirected)
            answers.push(held(response, faults));
        });
      });
      await use({
        expect: (...statuses) => {
          for (const status of statuses) expected.add(status);
        },
        faultsExpected: () => {
          broken = true;
        },
      });
      await Promise.all(answers);
      for (const page of context.pages())
        if (page.url().startsWith('http'))
          expect(await page.locator('html').getAttribute('lang'), 'lang of the document').toMatch(
            /^(fr|en|uk)$/,
          );
      expect(faults).toEqual([]);
    },
    {auto: true},
  ],
});

// Every answer of the API is held to its contract; what a page left behind while it was on its way has no body to look at.
async function held(response: Response, faults: string[]): Promise<void> {
  const status = response.status();
  const body = status >= 300 && status < 400 ? '' : await response.text().catch(() => undefined);
  if (body === undefined) return;
  const type = response.headers()['content-type'] ?? '';
  faults.push(...breaks(response.request().method(), response.url(), status, type, body));
}

/**
 * One visit for all: axe finds nothing, names and roles are those of the last time (an aria snapshot), and the page fits: 320 pixels
 * wide, with text of twice the size, with wider text, with forced colours (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12, 2.5.8).
 */
export async function looks(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.wait, [aria-busy=true]:not(.btn)')).toHaveCount(0);
  await expect(page.locator('main')).toMatchAriaSnapshot({name: `${name}.aria.yml`});
  await accessible(page);
  // English has the shortest words.
  if (!name.endsWith('-en')) await fits(page);
  await pictured(page, name);
  if (before) await page.setViewportSize(before);
}

/** For `bin/screens`, else nothing: `{name}-{width}-{scheme}.png`, to look at. */
export async function pictured(page: Page, screen: string): Promise<void> {
  if (!process.env.SCREENS) return;
  const name = `${process.env.SCREENS}/${screen}`;
  const size = page.viewportSize() ?? {width: 1280, height: 720};
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({width, height: 900});
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme});
      await page.screenshot({path: `${name}-${width}-${colorScheme}.png`, fullPage: true});
    }
  }
  await page.emulateMedia({colorScheme: 'light', forcedColors: 'active'});
  await page.screenshot({path: `${name}-forced.png`, fullPage: true});
  await page.emulateMedia({colorScheme: null, forcedColors: null});
  await page.setViewportSize(size);
}

/** axe finds nothing against WCAG 2.2 AA. */
export async function accessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const {violations} = await (window as unknown as {axe: typeof axe}).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations.map(
      ({id, nodes}) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
    );
  });
  expect(found).toEqual([]);
}

export const main = (page: Page) => page.locator('main');
export const title = (page: Page, name: string | RegExp) => page.getByRole('heading', {level: 1, name});
export const button = (page: Page, name: string) => main(page).getByRole('button', {name, exact: true});

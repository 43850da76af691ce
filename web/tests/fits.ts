import {expect, type Page} from '@playwright/test';

/**
 * Nothing scrolls sideways at 320 pixels (400 % of 1280), with text of twice the size at 640, with the text spacing of 1.4.12, and with
 * forced colours, where each button still has an edge; no target is under 24 pixels.
 */
export async function fits(page: Page): Promise<void> {
  await page.setViewportSize({width: 320, height: 640});
  await within(page, 'at 320 px');
  expect.soft(await small(page), `${page.url()}: targets under 24 px`).toEqual([]);
  await style(page, SPACED);
  await within(page, 'with text spacing');
  await page.setViewportSize({width: 640, height: 640});
  await style(page, 'html { font-size: 200% }');
  await within(page, 'with text of 200 %');
  await style(page, '');
  await page.emulateMedia({forcedColors: 'active'});
  expect.soft(await bare(page), `${page.url()}: buttons without an edge`).toBe(0);
  await within(page, 'with forced colours');
  await page.emulateMedia({forcedColors: null});
}

const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';

async function within(page: Page, how: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(beyond, `${page.url()} scrolls sideways ${how}`).toBeLessThanOrEqual(0);
}

// What the policy of the pages allows to a script: a sheet of its own, no style in the document.
const style = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

// Links within a sentence and what is hidden are excepted by 2.5.8.
const small = (page: Page) =>
  page.locator('a[href], button, input, select, summary').evaluateAll((targets) =>
    targets
      .filter(
        (target) =>
          target.checkVisibility() && !target.closest('.vh, .skip, p, li.prose, dd, label, .hint, .prose'),
      )
      .map((target) => ({target, box: target.getBoundingClientRect()}))
      .filter(({box}) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({target, box}) => `${target.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`),
  );

const bare = (page: Page) =>
  page
    .locator('.btn:visible')
    .evaluateAll(
      (buttons) => buttons.filter((one) => getComputedStyle(one).borderTopStyle === 'none').length,
    );

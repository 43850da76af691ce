import {expect, type Page, test} from './fixture';
import {places} from './places';

// WCAG 2.2: 1.4.10 reflow, 1.4.4 text of twice the size, 1.4.12 text spacing, 2.5.8 targets of 24 pixels, 2.4.11 focus not hidden.
let pages: string[];
test.beforeAll(async () => {
  pages = await places();
});

// The two languages with the longest words.
for (const language of ['fr', 'uk']) {
  test(`every page reflows at 320 pixels, with larger and wider text (${language})`, async ({page}) => {
    test.slow();
    await page.emulateMedia({reducedMotion: 'reduce'});
    for (const place of pages) {
      await page.setViewportSize({width: 320, height: 640});
      await open(page, `/${language}/${place}`);
      await fits(page, 'at 320 px');
      expect.soft(await small(page), `${page.url()}: targets under 24 px`).toEqual([]);
      // 400 % of 1280 px is 320 px; twice the text at 640 px is the same width with larger letters only.
      await page.setViewportSize({width: 640, height: 640});
      await style(page, 'html { font-size: 200% }');
      await fits(page, 'with text of 200 %');
      await style(
        page,
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      );
      await page.setViewportSize({width: 320, height: 640});
      await fits(page, 'with text spacing');
    }
  });
}

test('with forced colours each button still has an edge, and nothing has moved', async ({page}) => {
  await page.emulateMedia({forcedColors: 'active'});
  for (const place of pages) {
    await open(page, `/en/${place}`);
    const bare = await page
      .locator('.btn:visible')
      .evaluateAll(
        (buttons) => buttons.filter((one) => getComputedStyle(one).borderTopStyle === 'none').length,
      );
    expect(bare, page.url()).toBe(0);
    await fits(page, 'with forced colours');
  }
});

test('the focus is never under something else', async ({page}) => {
  await page.setViewportSize({width: 1280, height: 720});
  await open(page, `/en/${pages.at(-1)}`);
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const box = focused.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)),
      );
      const seen = points.some(
        (point) => point && (focused.contains(point) || point.contains(focused) || point.closest('label')),
      );
      return seen ? null : focused.outerHTML.slice(0, 120);
    });
    expect(hidden).toBeNull();
  }
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.wait, [aria-busy=true]')).toHaveCount(0);
}

async function fits(page: Page, how: string): Promise<void> {
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

import {expect, test} from './fixture';
import {conference} from './uploads';

// WCAG 2.2, 2.4.11.
test('the focus is never under something else', async ({page}) => {
  await page.setViewportSize({width: 1280, height: 720});
  await page.goto(`/en/videos/${await conference()}`);
  await expect(page.locator('.wait, [aria-busy=true]')).toHaveCount(0);
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

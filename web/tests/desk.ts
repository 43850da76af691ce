import {readFile} from 'node:fs/promises';
import {expect, type Locator, type Page} from './fixture';
import {member, PASSWORD} from './people';

/** The field that the place of an edge is typed into. */
export const tc = (page: Page, edge: 'In' | 'Out') =>
  page.getByRole('textbox', {name: `Timecode: ${edge}`, exact: true});

export async function type(page: Page, edge: 'In' | 'Out', text: string): Promise<void> {
  await tc(page, edge).fill(text);
  await tc(page, edge).press('Enter');
}

/** Waits until the player has a picture. */
export const playable = (page: Page) =>
  page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);

/** Follows the page's own way to the sign-in, and comes back. */
export async function signInOnTheWay(page: Page): Promise<void> {
  await page.getByRole('link', {name: 'Sign in to request'}).click();
  await page.getByRole('textbox', {name: 'Email address'}).fill(await member());
  await page.getByRole('textbox', {name: 'Password'}).fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in', exact: true}).click();
  await expect(page.getByRole('button', {name: /^Request/})).toBeVisible();
}

/** Selects letters as a mouse does: from a word in one sentence to a word in another. */
export async function select(page: Page, from: string, to: string): Promise<void> {
  await page.locator('.said__text', {hasText: to}).first().waitFor();
  await page.evaluate(
    ([first = '', last = '']) => {
      const texts = [...document.querySelectorAll('.said__text')].map((one) => one.firstChild as Text);
      const [a, b] = [first, last].map((word) => texts.find((one) => one.data.includes(word)));
      if (!a || !b) throw new Error('not in the text');
      // One letter inside of each word: whole words are meant.
      getSelection()?.setBaseAndExtent(
        a,
        a.data.indexOf(first) + 1,
        b,
        b.data.indexOf(last) + last.length - 1,
      );
    },
    [from, to],
  );
}

/** What the pane says of the words that were picked. */
export const picked = (page: Page): Locator => page.locator('.words__pick > [role=status]');

/**
 * Waits until a search finds so many sentences that can be cut. Each instance of the function finds a new revision within half a
 * minute of its own: before, one may know the text without the times of its words.
 */
export async function found(page: Page, hits: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', {name: /^Clip this sentence/})).toHaveCount(hits, {timeout: 2_000});
  }).toPass({timeout: 60_000});
}

/** Asks for what is marked, and gives the clip once it is cut. */
export async function cutOne(page: Page): Promise<Locator> {
  await page.getByRole('button', {name: 'Request 1 clip'}).click();
  const clip = page.locator('[data-clip]');
  await expect(clip).toContainText('Ready', {timeout: 90_000});
  return clip;
}

/** The subtitles of a clip. */
export async function webVtt(page: Page, clip: Locator): Promise<string> {
  await clip.locator('summary', {hasText: 'Subtitles'}).click();
  const file = page.waitForEvent('download');
  await clip.getByRole('button', {name: /^WebVTT/}).click();
  return readFile(await (await file).path(), 'utf8');
}

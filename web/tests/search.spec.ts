import type {Page} from '@playwright/test';
import {tc} from './desk';
import {editor} from './editors';
import {expect, LANGUAGES, looks, test} from './fixture';
import {press, tabTo} from './people';
import {putText, putWords} from './spoken';
import {screened, words} from './uploads';

// A word that nobody says elsewhere, so that each run finds its own.
const RARE = `zeppelin${Array.from(Date.now().toString(), (figure) => 'abcdefghij'[Number(figure)]).join('')}`;
const TEXT = `Ana Sample, Spokesperson
Good morning. The ${RARE} did not fly over the council’s roof.

Jon Smyth, Radio Meridian
Will the ${RARE} fly tomorrow?
`;
const SPOKEN = `Good morning The ${RARE} did not fly over the council’s roof Will the ${RARE} fly tomorrow`;

const id = `searched-${RARE}`;
test.beforeAll(async () => {
  const who = await editor();
  const title = words('The roof', 'Le toit', 'Дах');
  await screened(id, 'pal', {title, languages: ['en']});
  const tag = await putText(id, 'en', TEXT, who);
  const heard = SPOKEN.split(' ').map((word, at): [string, number] => [word, 1000 + 500 * at]);
  await putWords(id, 'en', heard, who, tag);
});

test('by keyboard alone: a sentence is found, narrowed by who said it, and cut', async ({page}) => {
  await page.goto('/en/search');
  await expect(page.getByRole('status').first()).toHaveText('Type some words to search in what was said.');
  await tabTo(page, page.getByRole('searchbox', {name: 'Words'}));
  await page.keyboard.insertText(RARE);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/en/search?q=${RARE}`);
  await found(page, 2);
  await expect(page.locator('.hit mark')).toHaveText([RARE, RARE]);
  await press(page, page.getByText('Narrow it down'));
  await tabTo(page, page.getByLabel('Outlet of the speaker'));
  await page.keyboard.insertText('meridian');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/outlet=meridian/);
  await expect(page.getByLabel('Outlet of the speaker')).toBeFocused();
  await found(page, 1);
  await expect(page.locator('.hit')).toContainText('Jon Smyth, Radio Meridian');
  await press(page, page.getByRole('link', {name: /^Clip this sentence/}));
  await expect(page.locator('.words__pick > [role=status]')).toContainText('“Will the');
  await expect(tc(page, 'In')).not.toHaveValue('');
  await page.goBack();
  await expect(page.locator('.hit')).toHaveCount(1);
});

// Each instance of the function finds a new revision within half a minute of its own: before, one may know the text without the
// times of its words, by which alone a sentence can be cut.
async function found(page: Page, hits: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', {name: /^Clip this sentence/})).toHaveCount(hits, {timeout: 2_000});
  }).toPass({timeout: 60_000});
}

test('what cannot be searched for is said, and what nobody said too', async ({page, watch}) => {
  watch.expect(422);
  await page.goto('/en/search?q=%22open');
  await expect(page.getByRole('alert')).toContainText('This cannot be searched for.');
  await page.goto('/en/search?q=neversaidbyanybody');
  await expect(page.getByRole('status').first()).toHaveText('Nobody said that');
});

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow of the search (${language})`, async ({page}) => {
    // Which events there are depends on the tests before.
    await page.route('**/v1/events', (route) => route.fulfill({json: {items: []}}));
    await page.goto(`/${language}/search?q=neversaidbyanybody&order=best`);
    await expect(page.locator('.days')).toHaveAttribute('aria-busy', 'false');
    await looks(page, `search-${language}`);
  });

import {readFile} from 'node:fs/promises';
import {cutOne, found, picked, select, tc, webVtt} from './desk';
import {editor} from './editors';
import {expect, LANGUAGES, looks, test} from './fixture';
import {enter, member, press, tabTo} from './people';
import {type Heard, putText, putWords, rareWord} from './spoken';
import {screened, words} from './uploads';

const RARE = rareWord();
const TEXT = `Ana Sample, Spokesperson
Good morning. The ${RARE} did not fly over the council’s roof.

Jon Smyth, Radio Meridian
Will the ${RARE} come tomorrow?
`;
const SPOKEN = `Good morning The ${RARE} did not fly over the council’s roof Will the ${RARE} come tomorrow`;

// When a word is spoken, and for how long, in milliseconds.
const begins = (word: number) => 1000 + 500 * word;
const LASTS = 300;

const id = `searched-${RARE}`;
test.beforeAll(async () => {
  const who = await editor();
  const title = words('The roof', 'Le toit', 'Дах');
  await screened(id, 'pal', {title, languages: ['en']});
  const tag = await putText(id, 'en', TEXT, who);
  const heard = SPOKEN.split(' ').map((word, at): Heard => [word, begins(at), LASTS]);
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
  await expect(picked(page)).toContainText('“Will the');
  await expect(tc(page, 'In')).not.toHaveValue('');
  await page.goBack();
  await expect(page.locator('.hit')).toHaveCount(1);
});

test('words that were found are selected, cut, and have their subtitles and their place in an edit list', async ({
  page,
}) => {
  await enter(page, await member());
  await page.goto(`/en/search?q=${RARE}&outlet=meridian`);
  await found(page, 1);
  await page.getByRole('link', {name: /^Clip this sentence/}).click();
  await expect(picked(page)).toContainText('tomorrow?”');
  await select(page, 'Will', 'come');
  await page.getByRole('button', {name: 'Use selected words'}).click();
  await expect(picked(page)).toContainText(`“Will the ${RARE} come”`);
  const [first, last] = [await tc(page, 'In').inputValue(), await tc(page, 'Out').inputValue()];
  const subtitles = await webVtt(page, await cutOne(page));
  const [time = '', said] = subtitles.trimEnd().split('\n').slice(-2);
  expect(said).toBe(`<v Jon Smyth>Will the ${RARE} come…`);
  const [from = 0, to = 0] = time.split(' --> ').map((at) => msOf(first) + 1000 * Number(at.slice(6)));
  // To the picture; at the end it may stay for as long as the clip lasts.
  expect(Math.abs(from - begins(11))).toBeLessThanOrEqual(40);
  expect(to).toBeGreaterThanOrEqual(begins(14) + LASTS);
  expect(to).toBeLessThanOrEqual(msOf(last) + 40);

  await page.goto('/en/clips');
  await page.locator('summary', {hasText: 'Edit list'}).click();
  await page.getByRole('checkbox').first().check();
  const list = page.waitForEvent('download');
  await page.getByRole('button', {name: /^CMX3600/}).click();
  expect(await readFile(await (await list).path(), 'utf8')).toContain(` C        ${first} `);
});

/** When a picture of 25 a second begins, counted from ten o'clock, as the film is. */
function msOf(timecode: string): number {
  const [, , seconds = 0, pictures = 0] = timecode.split(':').map(Number);
  return 1000 * seconds + 40 * pictures;
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

import {picked, select, tc} from './desk';
import {editor} from './editors';
import {accessible, expect, LANGUAGES, looks, type Page, test} from './fixture';
import {tabTo} from './people';
import {type Heard, putText, putWords} from './spoken';
import {outputs} from './stack';
import {screened, shown} from './uploads';

const TEXT = `
Olena Kovalenko, Spokesperson
Good afternoon. Today twenty countries agreed to keep one shared reserve.

Jon Smyth, Radio Meridian
Will it be helped later than others?

Olena Kovalenko, Spokesperson
No, [applause] there is no queue. Help goes where it is needed most.
`;
// A word each half second from two seconds on, without a pause between them; what stands for it was not heard.
const SPOKEN =
  'Good afternoon Today twenty countries agreed to keep one shared reserve Will it be helped later than others No there is no queue Help goes where it - - - - - - - - most';

const heard = (text: string): Heard[] =>
  text
    .split(' ')
    .map((word, at): Heard => [word, 2000 + 500 * at, 450])
    .filter(([word]) => word !== '-');

let id = '';
let who: Record<string, string> = {};
test.beforeAll(async () => {
  who = await editor();
  id = await shown('pal', {
    title: {en: 'What was said', fr: 'Ce qui fut dit', uk: 'Сказане'},
    languages: ['en', 'uk'],
  });
  const there = await fetch(`${outputs.ApiUrl}/v1/videos/${id}/transcripts`);
  const {items} = (await there.json()) as {items: unknown[]};
  if (items.length) return;
  const tag = await putText(id, 'en', TEXT, who);
  await putWords(id, 'en', heard(SPOKEN), who, tag);
  await putText(id, 'uk', 'Олена Коваленко\nДобрий день. Сьогодні двадцять країн домовилися.\n', who);
});

const pane = (page: Page) => page.getByRole('region', {name: 'Transcript'});
const sentence = (page: Page, words: string) => page.locator('.said').filter({hasText: words});
/** The words under a mark, which is painted after the page has said what it says. */
const marked = (page: Page, mark: string) =>
  page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])] as StaticRange[];
    return ranges.map((one) => one.startContainer.textContent?.slice(one.startOffset, one.endOffset));
  }, mark);

test('words that are selected are in and out; a link selects them again', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/en/videos/${id}`);
  await expect(pane(page).getByRole('heading', {level: 3})).toHaveText([
    'Olena Kovalenko Spokesperson',
    'Jon Smyth Radio Meridian',
    'Olena Kovalenko Spokesperson',
  ]);
  await select(page, 'afternoon', 'countries');
  await pane(page).getByRole('button', {name: 'Use selected words'}).click();
  // From 2.5 to 4.45 seconds, and 150 milliseconds at each end, in whole frames.
  await expect(tc(page, 'In')).toHaveValue('10:00:02:08');
  await expect(tc(page, 'Out')).toHaveValue('10:00:04:14');
  await expect(picked(page)).toContainText(
    'In the clip: Olena Kovalenko: “afternoon. Today twenty countries” Start: just before the first word.',
  );
  await expect.poll(() => marked(page, 'clip')).toEqual(['afternoon.', 'Today twenty countries']);
  await pane(page).getByRole('button', {name: 'Copy link to these words'}).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\?t=2320,4600&quote=en\.\d+\.1-5$/);

  const other = await context.browser()?.newContext();
  const reader = await other?.newPage();
  if (!reader) throw new Error('no browser');
  await reader.goto(link);
  await expect(tc(reader, 'In')).toHaveValue('10:00:02:08');
  await expect(picked(reader)).toContainText('“afternoon. Today twenty countries”');
  await other?.close();
});

test('by keyboard alone: a sentence to start with and one to end with, what is said is marked', async ({
  page,
}) => {
  await page.goto(`/en/videos/${id}`);
  await expect(sentence(page, 'Help goes')).toBeVisible();
  const start = (words: string) =>
    sentence(page, words).getByRole('button', {name: /^(Start here|Clip starts)/});
  const end = (words: string) => sentence(page, words).getByRole('button', {name: /^(End here|Clip ends)/});
  await tabTo(page, sentence(page, 'Good afternoon').getByRole('button', {name: /^Go to/}), 90);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sentence(page, 'Today twenty')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(start('Today twenty')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(start('Today twenty')).toHaveAttribute('aria-pressed', 'true');
  await expect(start('Today twenty')).toHaveAccessibleName(/^Clip starts: Today/);
  // Tab leads to the next turn, and there to where one was.
  await page.keyboard.press('Tab');
  await expect(sentence(page, 'Will it be').getByRole('button', {name: /^Go to/})).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(end('Will it be')).toHaveAttribute('aria-pressed', 'true');
  await expect(tc(page, 'In')).toHaveValue('10:00:02:21');
  await expect(picked(page)).toContainText('than others?”');
  await page.keyboard.press('Shift+Tab');
  await expect(start('Today twenty')).toBeFocused();
});

test('words that nobody heard are told, and cannot be cut by; those around them can', async ({page}) => {
  await page.goto(`/en/videos/${id}`);
  await expect(sentence(page, 'Help goes')).toContainText('Time not certain: is needed');
  await expect.poll(() => marked(page, 'unsure')).toEqual(['is needed']);
  await select(page, 'is needed', 'needed');
  await pane(page).getByRole('button', {name: 'Use selected words'}).click();
  const said = picked(page);
  await expect(said).toContainText('The nearest words that were heard for certain: “it is needed most.”');
  await expect(tc(page, 'In')).toHaveValue('');
  await accessible(page);
  await said.getByRole('button', {name: 'Use those'}).click();
  await expect(said).toContainText('In the clip: Olena Kovalenko: “it is needed most.”');
  await expect(tc(page, 'In')).not.toHaveValue('');
});

test('the text is searched, its questions are jumped to, and all of it is a file', async ({page}) => {
  await page.goto(`/en/videos/${id}`);
  const find = pane(page).getByRole('searchbox', {name: 'Find in the text'});
  await find.fill('HELP');
  await find.press('Enter');
  const status = pane(page).getByRole('search').getByRole('status');
  await expect(status).toHaveText('Place 1 of 2');
  await expect.poll(() => marked(page, 'found')).toEqual(['help', 'Help']);
  await find.press('Enter');
  await expect(status).toHaveText('Place 2 of 2');
  await expect.poll(() => marked(page, 'found-now')).toEqual(['Help']);
  await find.fill('never');
  await find.press('Enter');
  await expect(status).toHaveText('Not in the text');

  await pane(page).getByText('Questions and answers').click();
  await pane(page)
    .getByRole('button', {name: /Jon Smyth, Radio Meridian\s*Will it be helped/})
    .click();
  await expect(sentence(page, 'Will it be').getByRole('button').first()).toBeFocused();
  await expect(sentence(page, 'Will it be')).toHaveAttribute('aria-current', 'true');

  const file = page.waitForEvent('download');
  await pane(page).getByRole('link', {name: 'WebVTT'}).click();
  expect((await file).suggestedFilename()).toBe(`${id}.en.vtt`);
});

test('a link of before a correction selects the same words, or says that they have changed', async ({
  page,
}) => {
  const corrected = `said-${Date.now().toString(36)}`;
  // Without a sound, which would be listened to meanwhile, and the text laid anew.
  await screened(corrected, 'hours', {languages: ['en'], audio: []});
  let tag = await putText(corrected, 'en', TEXT, who);
  tag = await putWords(corrected, 'en', heard(SPOKEN), who, tag);
  await putText(
    corrected,
    'en',
    TEXT.replace('Good afternoon', 'Good day').replace('twenty', 'thirty'),
    who,
    tag,
  );
  await page.goto(`/en/videos/${corrected}?quote=en.2.11-15`);
  await expect(pane(page)).toContainText('The same words are selected here.');
  await expect(picked(page)).toContainText('“Will it be helped”');
  await page.goto(`/en/videos/${corrected}?quote=en.2.1-5`);
  await expect(pane(page)).toContainText(
    'These words have changed since the link was made: “afternoon. Today twenty countries”',
  );
});

test('the text of a recording that was replaced is there, without times', async ({page}) => {
  const replaced = `said-replaced-${Date.now().toString(36)}`;
  await screened(replaced, 'pal', {languages: ['en']});
  await putText(replaced, 'en', TEXT, who);
  await screened(replaced, 'short', {languages: ['en'], audio: []});
  await page.goto(`/en/videos/${replaced}`);
  await expect(sentence(page, 'Good afternoon')).toBeVisible();
  await expect(pane(page).locator('.notice')).toContainText('This text has no times yet.');
  await expect(pane(page).locator('.said button, .said__at')).toHaveCount(0);
  await expect(pane(page).getByRole('link', {name: 'WebVTT'})).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({hasTouch: true});

  test('a tap takes the words that are selected, even if it ends the selection, and a sentence to end with', async ({
    page,
  }) => {
    await page.goto(`/en/videos/${id}`);
    await expect(sentence(page, 'Help goes')).toBeVisible();
    await select(page, 'afternoon', 'countries');
    // Once the page has heard of it, as some phones do before a tap is.
    await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      getSelection()?.removeAllRanges();
    });
    await pane(page).getByRole('button', {name: 'Use selected words'}).tap();
    await expect(picked(page)).toContainText('“afternoon. Today twenty countries”');
    await expect(tc(page, 'In')).toHaveValue('10:00:02:08');
    await sentence(page, 'Will it be')
      .getByRole('button', {name: /^End here/})
      .tap();
    await expect(picked(page)).toContainText('than others?”');
    await expect(tc(page, 'In')).toHaveValue('10:00:02:08');
  });
});

test('twenty thousand words are read, found and no load on the page', async ({page}) => {
  const long = `said-long-${Date.now().toString(36)}`;
  await screened(long, 'hours', {languages: ['en', 'fr'], audio: []});
  const lines = (count: number) =>
    Array.from({length: count}, (_, at) =>
      at % 10
        ? `Sentence number ${at} says seventeen words of no weight at all about a matter of ${at} kinds.`
        : `\nAna Sample, Spokesperson\nA turn begins here for the time of number ${at}, and goes on for some more words.`,
    ).join('\n');
  await putText(long, 'en', lines(353), who);
  await putText(long, 'fr', lines(1180), who);
  await page.goto(`/en/videos/${long}`);
  await expect(sentence(page, 'number 352 says')).toBeAttached();
  await expect(pane(page)).toContainText('The times here are estimates.');
  await expect(pane(page).getByRole('button', {name: /^Start here/})).toHaveCount(0);
  expect(await pane(page).locator('*').count()).toBeLessThanOrEqual(2500);
  await pane(page).getByRole('button', {name: 'French'}).click();
  await expect(sentence(page, 'number 1179 says')).toBeAttached();
  await pane(page).getByRole('searchbox').fill('number 1111 says');
  await pane(page).getByRole('searchbox').press('Enter');
  await expect(sentence(page, 'number 1111 says')).toBeInViewport();
});

const SAID = {fr: 'Transcription', en: 'Transcript', uk: 'Стенограма'} as const;

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow of a transcript (${language})`, async ({page}) => {
    await page.goto(`/${language}/videos/${id}?t=3000,4000`);
    const region = page.getByRole('region', {name: SAID[language]});
    await expect(region.locator('.said').first()).toBeVisible();
    await expect(region.locator('.words__text')).toHaveAttribute('lang', language === 'uk' ? 'uk' : 'en');
    await looks(page, `words-${language}`);
  });

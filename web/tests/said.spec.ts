import {cutOne, found, picked, playable, select, webVtt} from './desk';
import {editorial, finding, nameSpeaker, pasteText, pasteWords} from './editors';
import {expect, test} from './fixture';
import {enter, member, press} from './people';
import {eachHalfSecond, rareWord} from './spoken';
import {redescribed, screened, words} from './uploads';

const RARE = rareWord();
const TEXT = `So it begins today.

Jon Smyth, WXYZ
Will the ${RARE} come?

Ana Sample, Council Spokesperson
It may.
`;
const SPOKEN = `So it begins today Will the ${RARE} come It may`;
const ABOUT = {title: words('The ship', 'Le navire', 'Корабель'), languages: ['en'], audio: []};

test('a text is pasted before the release, corrected and laid on the sound, then found, cut by its words, and corrected once more', async ({
  page,
  context,
  browser,
  watch,
}) => {
  watch.expect(404);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = `said-${RARE}`;
  await screened(id, 'short', {...ABOUT, embargoUntil: '2999-01-01T00:00:00.000Z', announce: false});
  const editor = await editorial();
  await enter(page, editor);
  await page.goto(`/en/editor/${id}`);
  const where = page.locator('.where');
  await press(page, page.getByText('Bring the official text'));
  await pasteText(page, TEXT);
  await expect(where).toContainText('Readers have revision 1.');

  // The film of a video that nobody else sees plays beside what was found.
  const nobody = finding(page, 'Nobody is named for this turn');
  await expect(nobody).toContainText('Nobody was named.');
  await playable(page);
  await press(page, nobody.getByRole('button', {name: /^Play from/}));
  await expect(nobody.getByRole('button', {name: /^Pause/})).toBeFocused();
  await page.keyboard.press('Enter');
  await nameSpeaker(page, nobody, 'Max Muster');
  await expect(where).toContainText('Readers have revision 2.');
  await pasteWords(page, eachHalfSecond(SPOKEN));
  await expect(where).toContainText('The text is laid on the sound.');

  await enter(page, await member());
  await page.goto(`/en/videos/${id}`);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('We do not have this video');
  await redescribed(id, ABOUT);
  await page.goto(`/en/search?q=${RARE}`);
  await found(page, 1);
  await page.getByRole('link', {name: /^Clip this sentence/}).click();
  await select(page, 'Will', 'come');
  await page.getByRole('button', {name: 'Use selected words'}).click();
  await expect(picked(page)).toContainText(`“Will the ${RARE} come?”`);
  await page.getByRole('button', {name: 'Copy link to these words'}).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/&quote=en\.3\.4-8$/);
  const subtitles = await webVtt(page, await cutOne(page));
  expect(subtitles.trimEnd().split('\n').at(-1)).toBe(`<v Jon Smyth>Will the ${RARE} come?`);

  await enter(page, editor);
  await page.goto(`/en/editor/${id}`);
  await press(page, page.getByText('Bring the official text'));
  await pasteText(page, TEXT.replace('today', 'today, at last'));
  await expect(where).toContainText('Readers have revision 4.');

  // Where nobody has read the text before: a browser keeps it for a while.
  const reader = await browser.newPage();
  await reader.goto(link);
  const said = reader.getByRole('region', {name: 'Transcript'});
  await expect(said.getByRole('heading', {level: 3}).first()).toHaveText('Max Muster');
  await expect(said).toContainText('The same words are selected here.');
  await expect(picked(reader)).toContainText(`“Will the ${RARE} come?”`);
  await reader.close();
});

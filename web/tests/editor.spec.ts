import {editorial, finding, nameSpeaker, pasteText, pasteWords} from './editors';
import {accessible, expect, LANGUAGES, looks, test} from './fixture';
import {made, seen} from './media';
import {enter, member, press, tabTo} from './people';
import {eachHalfSecond} from './spoken';
import {described, screened, upload, words} from './uploads';

const TEXT = `So it begins today.

Jon Smyth, WXYZ
Will you sign the treaty tomorrow?

Ana Sample, Council Spokesperson
We may, if all goes well.
`;
const SPOKEN = 'So it begins today Will you sign the treaty tomorrow We may if all goes well';

const WORDS = eachHalfSecond(SPOKEN);

/** A video without a word yet. */
async function video(id = `edited-${Date.now().toString(36)}`): Promise<string> {
  await screened(id, 'pal', {title: words('Treaty', 'Traité', 'Угода'), languages: ['en']});
  return id;
}

test('by keyboard alone: a text is pasted, its report is settled, words are brought, and readers have it', async ({
  page,
  watch,
}) => {
  watch.expect(404, 412, 422);
  const id = await video();
  await enter(page, await editorial());
  await page.goto(`/en/editor/${id}`);
  const where = page.locator('.where');
  await expect(where).toContainText('There is no text yet.');
  await press(page, page.getByText('Bring the official text'));
  await press(page, page.getByRole('button', {name: 'Use this text'}));
  await expect(page.getByRole('alert')).toContainText('Something is missing here.');
  await pasteText(page, TEXT);
  await expect(where).toContainText('Readers have revision 1.');
  await expect(where).toContainText('3 turns, 2 speakers');

  // Nobody is named on a guess: the editor says who it is.
  const nobody = finding(page, 'Nobody is named for this turn');
  await expect(nobody).toContainText('So it begins today.');
  await expect(nobody.getByLabel('Name')).toHaveValue('Ana Sample');
  await expect(nobody.getByRole('button', {name: /^Play from about/})).toBeVisible();
  await nameSpeaker(page, nobody, 'Max Muster');
  await expect(where).toContainText('Readers have revision 2.');
  await expect(nobody).toHaveCount(0);
  await expect(page.getByRole('heading', {name: '1 correction'})).toBeVisible();

  await pasteWords(page, WORDS);
  await expect(where).toContainText('The text is laid on the sound.');
  await accessible(page);

  await page.getByRole('link', {name: 'See the page of the video'}).click();
  const said = page.getByRole('region', {name: 'Transcript'});
  await expect(said.getByRole('heading', {level: 3}).first()).toHaveText('Max Muster');
  await expect(said.getByRole('button', {name: /^Start here/})).toHaveCount(3);

  // A correction can be taken back.
  await page.goto(`/en/editor/${id}`);
  await press(page, page.getByRole('button', {name: /^Take back/}));
  await expect(nobody).toBeVisible();

  // Its place is heard in the player beside it, and its time taken from there.
  await press(page, nobody.getByRole('button', {name: 'Play from 1 second'}));
  const pause = nobody.getByRole('button', {name: 'Pause, played from 1 second'});
  await expect(pause).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pause).toHaveCount(0);
  expect(await seen(page, 'video')).toBeGreaterThanOrEqual(25);
  await tabTo(page, nobody.getByLabel('What to do'));
  await page.keyboard.press('End');
  await expect(nobody.getByLabel('What to do')).toHaveValue('pin');
  await press(page, nobody.getByRole('button', {name: 'Take the player’s time'}));
  await expect(nobody.getByLabel('Said at')).toHaveValue(/^0:00:0[1-9]\.\d[02468]0$/);
});

test('by keyboard alone: words of a sound are asked for, and why there are none is told', async ({
  page,
  watch,
}) => {
  watch.expect(404);
  const id = await video();
  await enter(page, await editorial());
  await page.goto(`/en/editor/${id}`);
  await press(page, page.getByRole('button', {name: 'Ask for the words'}));
  await expect(page.getByRole('status').filter({hasText: 'The words are asked for.'})).toBeVisible();
  // The emulator knows no words of this sound.
  const ended = page.getByText(/^The recogniser ended on .* without words\.$/);
  await expect(async () => {
    await press(page, page.getByRole('button', {name: 'Look again'}));
    await expect(ended).toBeVisible({timeout: 2_000});
  }).toPass({timeout: 60_000});
  await expect(page.locator('main')).toContainText('Ask once more, or bring what was heard.');
  await expect(page.getByRole('button', {name: 'Ask for the words'})).toBeVisible();
  await accessible(page);
});

test('of a file that could not be read editors see why', async ({page, watch}) => {
  watch.expect(404);
  const {master} = await made('pal');
  const id = `unread-${Date.now().toString(36)}`;
  await upload(described(id, {languages: ['en']}), {
    'master.mp4': master,
    'transcripts/en.txt': new Uint8Array([65, 255]),
  });
  await enter(page, await editorial());
  await expect(async () => {
    await page.goto(`/en/editor/${id}`);
    await expect(page.locator('main')).toContainText('Save the file as UTF-8', {timeout: 2_000});
  }).toPass({timeout: 60_000});
  await expect(page.locator('.notice')).toContainText(/^The text that was uploaded on .* was not taken\./);
  await accessible(page);
});

test('of two editors one is told that the other was quicker, and loses nothing', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(404, 412);
  const id = await video();
  await enter(page, await editorial());
  await page.goto(`/en/editor/${id}`);
  await page.getByText('Bring the official text').click();
  const other = await context.newPage();
  await other.goto(`/en/editor/${id}`);
  await other.getByText('Bring the official text').click();
  await other.getByLabel('Text, as it stands').fill('Theirs, and it is there.');
  await other.getByRole('button', {name: 'Use this text'}).click();
  await expect(other.locator('.where')).toContainText('Readers have revision 1.');
  const text = page.getByLabel('Text, as it stands');
  await text.fill(TEXT);
  await page.getByRole('button', {name: 'Use this text'}).click();
  await expect(page.getByRole('alert')).toContainText('Somebody else changed this transcript meanwhile.');
  await page.getByRole('button', {name: 'Load theirs'}).click();
  await expect(page.locator('.where')).toContainText('Readers have revision 1.');
  await expect(text).toHaveValue(TEXT);
  await page.getByRole('button', {name: 'Use this text'}).click();
  await expect(page.locator('.where')).toContainText('Readers have revision 2.');
});

test('who is no editor is told so', async ({page, watch}) => {
  watch.expect(403);
  await enter(page, await member());
  await page.goto('/en/editor');
  await expect(page.getByRole('alert')).toBeVisible();
});

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow of the editors’ pages (${language})`, async ({page, watch}) => {
    watch.expect(404);
    // A name of its own, which stands in its links; on a stack that has it already, the same text changes nothing.
    const id = await video(`edited-looks-${language}`);
    await enter(page, await editorial());
    await page.goto(`/${language}/editor/${id}`);
    await page.locator('.bring summary').first().click();
    await page.locator('#text').fill(TEXT);
    await page.locator('.bring button').first().click();
    await expect(page.locator('.finding')).toHaveCount(1);
    await looks(page, `editor-${language}`);
  });

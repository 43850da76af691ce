import {execFileSync} from 'node:child_process';
import {accessible, expect, LANGUAGES, type Page, test} from './fixture';
import {numbered, numberedVideo, seen} from './numbered';
import {member, PASSWORD} from './people';
import {described, upload} from './uploads';

const PAL = {frames: 1000, rate: '25', timecode: '10:00:00:00'};
let id = '';
let plain = '';

test.beforeAll(async () => {
  id = await numberedVideo('pal', PAL, {
    title: {
      en: 'Press <b>conference</b> & \u202eright to left\u202c',
      fr: 'Conférence de presse, avec un titre d’une longueur telle qu’il occupe plusieurs lignes sur un téléphone',
      uk: 'Пресконференція міністрів, відповідальних за цивільний захист і спільну інфраструктуру',
    },
    description: {en: 'First line\nSecond <i>line</i>', fr: 'Une\ndeux', uk: 'Раз\nдва'},
  });
  plain = await numberedVideo('short', {frames: 175, rate: '25', sound: false}, {preview: undefined});
});

test.setTimeout(120_000);

// First and last picture of a delivered file, decoded by a program that is none of ours.
function framesOf(file: string, first: number, last: number): void {
  const ffmpeg = new URL('../../bin/ffmpeg', import.meta.url).pathname;
  const raw = execFileSync(
    ffmpeg,
    ['-loglevel', 'error', '-i', file, '-f', 'rawvideo', '-pix_fmt', 'gray', '-'],
    {
      maxBuffer: 1e9,
    },
  );
  const size = 320 * 180;
  const numberAt = (start: number) =>
    Array.from({length: 16}, (_, bit) =>
      (raw[start + 90 * 320 + bit * 20 + 10] ?? 0) > 128 ? 1 << bit : 0,
    ).reduce((all, bit) => all + bit);
  expect([numberAt(0), numberAt(raw.length - size)]).toEqual([first, last]);
  expect(raw.length / size).toBe(last + 1 - first);
}

const tc = (page: Page, edge: 'In' | 'Out') =>
  page.getByRole('textbox', {name: `Timecode: ${edge}`, exact: true});

async function type(page: Page, edge: 'In' | 'Out', text: string): Promise<void> {
  await tc(page, edge).fill(text);
  await tc(page, edge).press('Enter');
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', {name: 'Email address'}).fill(await member());
  await page.getByRole('textbox', {name: 'Password'}).fill(PASSWORD);
  await page.getByRole('button', {name: 'Sign in', exact: true}).click();
}

test('a range is typed, marked and stepped to, kept through sign-in, cut, and is what was shown', async ({
  page,
}) => {
  await page.goto(`/en/videos/${id}?t=4000,6000`);
  await expect(tc(page, 'In')).toHaveValue('10:00:04:00');
  await expect(tc(page, 'Out')).toHaveValue('10:00:05:24');
  await type(page, 'In', ' 0 : 04,48 ');
  await expect(tc(page, 'In')).toHaveValue('10:00:04:12');
  await type(page, 'Out', 'noon');
  await expect(page.getByRole('alert').filter({hasText: 'cannot be read'})).toBeVisible();
  await type(page, 'Out', 'f150');
  await expect(tc(page, 'Out')).toHaveValue('10:00:06:00');
  await tc(page, 'Out').press('ArrowDown');
  await expect(tc(page, 'Out')).toHaveValue('10:00:05:24');
  // Both edges show the pictures that are meant.
  await expect.poll(() => seen(page, '.edge--in canvas')).toBe(112);
  await expect.poll(() => seen(page, '.edge--out canvas')).toBe(149);
  // Never while typing: a name with every shortcut in it moves nothing.
  await page.getByRole('textbox', {name: /Name of the clip/}).fill('kiloj,.?🎥');
  await expect(tc(page, 'In')).toHaveValue('10:00:04:12');
  await page.getByRole('link', {name: 'Sign in to request'}).click();
  await signIn(page);
  await expect(tc(page, 'In')).toHaveValue('10:00:04:12');
  const answer = page.waitForResponse(
    (one) => one.url().endsWith('/v1/clips') && one.request().method() === 'POST',
  );
  await page.getByRole('button', {name: 'Request 1 clip'}).click();
  const {clips} = (await (await answer).json()) as {clips: object[]};
  expect(clips).toMatchObject([{range: {in: {frame: 112}, out: {frame: 150}}, label: 'kiloj,.?🎥'}]);
  const clip = page.locator('[data-clip]');
  await expect(clip).toContainText(/Waiting|In preparation|Ready/);
  await page.reload();
  await expect(clip).toContainText('Ready', {timeout: 90_000});
  await clip.getByText('Cut report').click();
  await expect(clip).toContainText('38 pictures, 00:00:04:12 to 00:00:05:24');
  await expect(clip).toContainText('exactly that');
  await clip.getByRole('button', {name: /Download/}).click();
  const link = page.getByRole('link', {name: /Download \(/});
  await expect(link).toBeVisible();
  await expect(page.getByText(/^curl -L -C - -O 'http/)).toBeVisible();
  await accessible(page);
  const waits = page.waitForEvent('download');
  await link.click();
  framesOf(await (await waits).path(), 112, 149);
});

test('by keyboard alone: marks, steps, a second range, undo', async ({page}) => {
  await page.goto(`/en/videos/${id}`);
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
  await page.getByRole('region', {name: 'Player'}).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('.');
  await page.keyboard.press('i');
  await expect(tc(page, 'In')).toHaveValue('10:00:01:01');
  await page.keyboard.press('l');
  await page.keyboard.press('o');
  await expect(tc(page, 'Out')).toHaveValue('10:00:11:01');
  // A Cyrillic keyboard gives other letters in the same places.
  await page.evaluate(() =>
    document
      .querySelector('.player')
      ?.dispatchEvent(new KeyboardEvent('keydown', {key: 'б', code: 'Comma', bubbles: true})),
  );
  await page.keyboard.press('o');
  await expect(tc(page, 'Out')).toHaveValue('10:00:11:00');
  await page.keyboard.press('?');
  await page.getByRole('checkbox', {name: 'Use these shortcuts'}).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('region', {name: 'Player'}).focus();
  await page.keyboard.press('i');
  await expect(tc(page, 'In')).toHaveValue('10:00:01:01');
  const add = page.getByRole('button', {name: 'Another clip'});
  for (let more = 1; more < 20; more++) {
    await add.focus();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('20 clips at a time at most.')).toBeVisible();
  await page.getByRole('button', {name: 'Remove: Clip 20'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('19 clips in this request')).toBeVisible();
  await page.getByRole('button', {name: 'Undo'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('20 clips in this request')).toBeVisible();
  await page.reload();
  await expect(page.getByText('20 clips in this request')).toBeVisible();
});

test('without a preview, sound and timecode a clip is typed; hostile moments are none', async ({page}) => {
  for (const t of ['-1', '5000,1', '99999999', '<script>alert(1)</script>', '0,9999999']) {
    await page.goto(`/en/videos/${plain}?t=${encodeURIComponent(t)}`);
    await expect(tc(page, 'In')).toHaveValue('');
  }
  await expect(page.getByText('This video has no preview.')).toBeVisible();
  await type(page, 'In', '00:00:01:00');
  await type(page, 'Out', '0:06.96');
  await expect(tc(page, 'Out')).toHaveValue('00:00:06:24');
  await type(page, 'Out', '7');
  await expect(page.getByRole('alert').filter({hasText: 'Outside the video'})).toBeVisible();
});

for (const language of LANGUAGES)
  test(`nothing for axe to find, and no scrolling sideways at 320 px (${language})`, async ({page}) => {
    await page.goto(`/${language}/videos/${id}?t=4000,6000`);
    await expect(page.locator('.edges')).toBeVisible({timeout: 30_000});
    await accessible(page);
    await page.setViewportSize({width: 320, height: 720});
    await expect(page.getByRole('tab')).toHaveCount(3);
    await accessible(page);
    const {wide, high} = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      high: document.documentElement.scrollHeight,
    }));
    expect(wide).toBeLessThanOrEqual(320);
    // biome-ignore lint/suspicious/noConsole: a measure to be read, not a bound
    console.log(`${language}: ${high} px long at 320 px`);
  });

test('an embargoed video says when and opens by itself; withdrawn, blocked and unknown ones say so', async ({
  page,
  watch,
}) => {
  const until = new Date(Date.now() + 15_000).toISOString();
  const held = `video-held-${Date.now().toString(36)}`;
  const {master} = await numbered('short', {frames: 175, rate: '25', sound: false});
  const files = {'master.mp4': master};
  const silent = {audio: []};
  await upload(described(held, {...silent, embargoUntil: until}), files);
  await page.goto(`/en/videos/${held}`);
  await expect(page.getByText('Under embargo')).toBeVisible();
  await expect(page.getByText('UTC', {exact: true})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Whole recording'})).toBeVisible({timeout: 40_000});
  watch.expect(404, 410, 451);
  await upload(
    described(held, {...silent, withdrawn: {at: '2026-02-13T00:00:00.000Z', reason: 'Error'}}),
    files,
  );
  await page.reload();
  await expect(page.getByRole('heading', {name: 'This video has been withdrawn'})).toBeVisible();
  await upload(described(held, {...silent, legalBlock: true}), files);
  await page.reload();
  await expect(page.getByRole('heading', {name: 'This video is blocked'})).toBeVisible();
  await page.goto('/en/videos/nothing-of-that-name');
  await expect(page.getByRole('heading', {name: 'We do not have this video'})).toBeVisible();
  await accessible(page);
});

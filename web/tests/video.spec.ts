import {answers, clip, problem} from './answers';
import {playable, signInOnTheWay, tc, type} from './desk';
import {accessible, expect, LANGUAGES, looks, test} from './fixture';
import {numbersIn, seen} from './media';
import {member, signIn, tabTo} from './people';
import {conference} from './uploads';

let id = '';
test.beforeAll(async () => {
  id = await conference();
});

const EMOJI = '👩🏽‍🚀'.repeat(15);

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
  // Never while typing: a name with every shortcut in it moves nothing. Sixty emoji of one code point each are whole.
  const label = page.getByRole('textbox', {name: /Name of the clip/});
  await label.fill('kiloj,.?🎥');
  await expect(tc(page, 'In')).toHaveValue('10:00:04:12');
  await label.fill(`${EMOJI}🎥`);
  await expect(label).toHaveValue(EMOJI);
  // Without the interpretation, which is named as one.
  await expect(page.getByRole('checkbox', {name: 'English, original'})).toBeChecked();
  await page.getByRole('checkbox', {name: 'French, interpretation'}).uncheck();
  await signInOnTheWay(page);
  await expect(tc(page, 'In')).toHaveValue('10:00:04:12');
  const answer = page.waitForResponse(
    (one) => one.url().endsWith('/v1/clips') && one.request().method() === 'POST',
  );
  await page.getByRole('button', {name: 'Request 1 clip'}).dblclick();
  const {clips} = (await (await answer).json()) as {clips: object[]};
  expect(clips).toMatchObject([
    {range: {in: {frame: 112}, out: {frame: 150}}, label: EMOJI, tracks: ['a1', 'v1']},
  ]);
  const got = page.locator('[data-clip]');
  await expect(got).toContainText(/Waiting|In preparation|Ready/);
  await page.reload();
  await expect(got).toContainText('Ready', {timeout: 90_000});
  await expect(got).toContainText(EMOJI);
  await got.getByText('Cut report').click();
  await expect(got).toContainText('38 pictures, 00:00:04:12 to 00:00:05:24');
  await expect(got).toContainText('exactly that');
  await expect(got).toContainText('English, original, 48 kHz, in step to the sample');
  await expect(got).not.toContainText('French');
  await got.getByRole('button', {name: /Download/}).click();
  const link = page.getByRole('link', {name: /Download \(/});
  await expect(page.getByText(/^curl -L -C - -O 'http/)).toBeVisible();
  await accessible(page);
  const waits = page.waitForEvent('download');
  await link.click();
  const download = await waits;
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);
  const numbers = await numbersIn(await download.path());
  expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([112, 149, 38]);
});

test('by keyboard alone: from the list to a video, marks, steps, a second range, undo', async ({page}) => {
  await page.goto('/en/videos?event=lists-event');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await tabTo(page, page.locator(`a[href$="/videos/${id}"]`), 200);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {level: 1})).toBeFocused();
  await playable(page);
  await tabTo(page, page.getByRole('button', {name: 'Forward 1 second'}).first());
  await page.keyboard.press('Enter');
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
  await tabTo(page, page.getByRole('checkbox', {name: 'Use these shortcuts'}));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('i');
  await expect(tc(page, 'In')).toHaveValue('10:00:01:01');
  await tabTo(page, page.getByRole('button', {name: 'Another clip'}), 60);
  for (let more = 1; more < 20; more++) await page.keyboard.press('Enter');
  await expect(page.getByText('20 clips at a time at most.')).toBeVisible();
  await page.getByRole('button', {name: 'Remove: Clip 20'}).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('19 clips in this request')).toBeVisible();
  await tabTo(page, page.getByRole('button', {name: 'Undo'}));
  await page.keyboard.press('Enter');
  await expect(page.getByText('20 clips in this request')).toBeVisible();
  await page.reload();
  await expect(page.getByText('20 clips in this request')).toBeVisible();
});

test('twenty ranges are one request, each problem stands beside its range, and all twenty are followed', async ({
  page,
  watch,
}) => {
  watch.expect(422);
  await signIn(page, await member(), `/en/videos/${id}?t=0,1000`);
  for (let more = 1; more < 20; more++)
    await page
      .getByRole('button', {name: /^Copy: /})
      .last()
      .click();
  let asked: {ranges: {in: {frame: number}; out: {frame: number}}[]} | undefined;
  const state = {status: 'queued'};
  const all = () => Array.from({length: 20}, (_, at) => clip(at + 10, id, state));
  await answers(page, /\/v1\/clips$/, (route) => {
    asked = route.request().postDataJSON();
    return problem(422, 'range-too-long', {
      errors: [{pointer: '/ranges/3', code: 'too-long', detail: 'No page shows this'}],
      maxMs: 3_600_000,
    });
  });
  const request = page.getByRole('button', {name: 'Request 20 clips'});
  await request.click();
  await expect(page.locator('.range .error')).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({has: page.locator('.error')})).toContainText('Clip 4');
  await expect(page.getByText('No page shows this')).toHaveCount(0);
  expect(asked?.ranges).toHaveLength(20);
  await page.unroute(/\/v1\/clips$/);
  await answers(page, /\/v1\/clips$/, () => ({
    status: 202,
    headers: {Location: '/v1/clips', 'Retry-After': '1'},
    json: {clips: all()},
  }));
  await answers(page, /\/v1\/clips\?ids=/, () => ({json: {clips: all()}}));
  await request.click();
  await expect(page.locator('[data-clip]')).toHaveCount(20);
  state.status = 'failed';
  await expect(page.locator('[data-clip]').filter({hasText: 'Failed'})).toHaveCount(20);
});

test('a clip that failed says why, and is cut when asked again', async ({page}) => {
  await signIn(page, await member(), `/en/videos/${id}?t=8000,9000`);
  // The network between: the first clip is told to have stalled, until it is asked for again.
  let stalled = true;
  await page.route(/\/v1\/clips/, async (route) => {
    const response = await route.fetch();
    if (!stalled) return route.fulfill({response});
    const {clips} = (await response.json()) as {clips: object[]};
    const failed = {status: 'failed', error: {code: 'stalled', retryable: true}, retryable: true};
    return route.fulfill({response, json: {clips: clips.map((one) => ({...one, ...failed}))}});
  });
  await page.getByRole('button', {name: 'Request 1 clip'}).click();
  const got = page.locator('[data-clip]');
  await expect(got).toContainText('Cutting stopped half-way.');
  stalled = false;
  await got.getByRole('button', {name: /^Cut again/}).click();
  await expect(got).toContainText('Ready', {timeout: 90_000});
  await expect(page.getByRole('status').filter({hasText: ': Ready'})).toHaveCount(1);
});

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow of the page of a video (${language})`, async ({page}) => {
    await page.goto(`/${language}/videos/${id}?t=4000,6000`);
    await playable(page);
    await expect.poll(() => seen(page, '.edge--out canvas')).toBe(149);
    await looks(page, `video-${language}`);
    await page.setViewportSize({width: 320, height: 720});
    await expect(page.getByRole('tab')).toHaveCount(3);
    await accessible(page);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(high, 'length at 320 px').toBeLessThanOrEqual(4_000);
  });

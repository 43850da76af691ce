import {answers, problem} from './answers';
import {bucket} from './bucket';
import {playable, tc, type} from './desk';
import {accessible, expect, LANGUAGES, looks, test} from './fixture';
import {made, seen} from './media';
import {member, signIn} from './people';
import {CONFERENCE, conference, described, shown, upload} from './uploads';

let id = '';
test.beforeAll(async () => {
  id = await conference();
});

test('captions are shown in the language chosen; title, speakers and description are text', async ({
  page,
}) => {
  await page.goto(`/en/videos/${id}?t=21000`);
  await playable(page);
  await expect(page.getByRole('heading', {level: 1})).toHaveText(CONFERENCE);
  await expect(page.getByText('First line\nSecond <i>line</i> \u202eturned')).toBeVisible();
  await expect(page.getByText('Olena Kovalenko <b>')).toBeVisible();
  expect(await page.locator('main :is(b, i)').count()).toBe(0);
  const cues = () =>
    page
      .locator('.player video')
      .evaluate((video: HTMLVideoElement) =>
        [...video.textTracks]
          .filter(({mode}) => mode === 'showing')
          .flatMap(({activeCues}) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text)),
      );
  expect(await cues()).toEqual([]);
  const captions = page.getByRole('combobox', {name: 'Captions'});
  await captions.selectOption({label: 'Ukrainian'});
  await expect.poll(cues).toEqual(['uk: the rest']);
  await captions.selectOption({label: 'French'});
  await expect.poll(cues).toEqual(['fr: the rest']);
  await page.getByRole('slider', {name: 'Position'}).fill('100');
  await expect.poll(cues).toEqual(['fr: the first twenty seconds']);
  await captions.selectOption({label: 'No captions'});
  await expect.poll(cues).toEqual([]);
});

test('a link that ended while the page was open is loaded anew at the same picture', async ({
  page,
  watch,
}) => {
  watch.expect(403);
  const net = await bucket(page, id);
  await page.goto(`/en/videos/${id}?t=2000`);
  await expect.poll(() => seen(page, '.player video')).toBe(50);
  // The pictures that are there already need no link; one that is not there meets the dead one, then the new one.
  net.end();
  await page.getByRole('slider', {name: 'Position'}).fill('990');
  await expect.poll(() => seen(page, '.player video')).toBe(990);
  expect(net.asked.lastIndexOf('dead')).toBeLessThan(net.asked.lastIndexOf('anew'));
  expect(net.asked).toContain('dead');
  await expect(page.getByRole('slider', {name: 'Position'})).toHaveValue('990');
  await expect(page.getByRole('button', {name: 'Play', exact: true})).toBeVisible();
  await expect(page.getByText('The preview does not load.')).toHaveCount(0);
});

test('a preview that does not load either when asked anew is a message with a button', async ({
  page,
  watch,
}) => {
  watch.expect(403);
  const net = await bucket(page, id);
  net.close();
  await page.goto(`/en/videos/${id}?t=4000,6000`);
  const alert = page.getByRole('alert').filter({hasText: 'The preview does not load.'});
  await expect(alert).toBeVisible();
  await accessible(page);
  await type(page, 'Out', 'f130');
  await expect(tc(page, 'Out')).toHaveValue('10:00:05:05');
  net.open();
  await alert.getByRole('button', {name: 'Try again'}).click();
  await expect(alert).toBeHidden();
  await expect.poll(() => seen(page, '.player video')).toBe(130);
});

test('without a preview, sound and timecode a clip is typed; hostile moments are none', async ({page}) => {
  const plain = await shown('short', {}, ['preview.mp4']);
  for (const t of [
    '-1',
    '5000,1',
    '99999999',
    '<script>alert(1)</script>',
    '0,9999999',
    '1e3',
    '\u202e1,2',
  ]) {
    await page.goto(`/en/videos/${plain}?t=${encodeURIComponent(t)}`);
    await expect(tc(page, 'In')).toHaveValue('');
  }
  await expect(page.getByText('This video has no preview.')).toBeVisible();
  await expect(page.getByRole('group', {name: 'Sound'})).toContainText('none');
  await type(page, 'In', '00:00:01:00');
  await type(page, 'Out', '0:06.96');
  await expect(tc(page, 'Out')).toHaveValue('00:00:06:24');
  await type(page, 'Out', '7');
  await expect(page.getByRole('alert').filter({hasText: 'Outside the video'})).toBeVisible();
  await accessible(page);
});

test('seven seconds without sound are played to their last picture', async ({page}) => {
  await page.goto(`/en/videos/${await shown('short')}?t=6000,7000`);
  await playable(page);
  await page.getByRole('button', {name: 'In to out'}).click();
  await expect.poll(() => seen(page, '.player video')).toBe(174);
  await expect(page.getByRole('button', {name: 'Play', exact: true})).toBeVisible();
});

test('files are named in words; a quota and newer terms are said at the download', async ({page, watch}) => {
  watch.expect(429, 503);
  await signIn(page, await member(), `/en/videos/${id}`);
  const file = page.getByRole('listitem').filter({hasText: 'Small, for viewing'});
  await expect(file).toHaveCount(2);
  await expect(file.first()).toContainText(/320 × 180 · 25 fps · MP4 · \d.* Mbit\/s · .* kB/);
  await answers(page, '**/v1/downloads', () =>
    problem(429, 'quota-exceeded', {
      quota: 'bytes-per-day',
      limit: 50e9,
      used: 50e9,
      resetsAt: '2026-02-13T00:00:00.000Z',
    }),
  );
  await page
    .getByRole('checkbox', {name: /^Choose: Small/})
    .first()
    .check();
  await page
    .getByRole('checkbox', {name: /^Choose: Small/})
    .last()
    .check();
  const both = page.getByRole('button', {name: 'Download the chosen files'});
  await both.click();
  await expect(page.locator('.notice--danger')).toHaveText(
    'You have downloaded all that one day allows (50 GB). You can go on from 13 February 2026 at 01:00.',
  );
  await page.unroute('**/v1/downloads');
  await answers(page, '**/v1/downloads', () => problem(503, 'unavailable'));
  await both.click();
  await expect(page.locator('.notice--danger').getByRole('button', {name: 'Try again'})).toBeVisible();
  await page.unroute('**/v1/downloads');
  await page.locator('.notice--danger').getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('heading', {name: 'Your 2 files are ready'})).toBeFocused();
  await expect(page.locator('.granted__link')).toHaveCount(2);
});

test('an embargo opens by itself and is said at a download; withdrawn, blocked and unknown ones say so', async ({
  page,
  watch,
}) => {
  const held = `film-held-${Date.now().toString(36)}`;
  const {master} = await made('short');
  const put = (some: object) => upload(described(held, {audio: [], ...some}), {'master.mp4': master});
  await put({});
  // The network between tells once that it opens in a moment: uploads take longer than one may wait here.
  await page.route(
    `**/v1/videos/${held}?*`,
    async (route) => {
      const response = await route.fetch();
      const {videoId, title, event, date, place, speakers, languages} = await response.json();
      const availableAt = new Date(Date.now() + 6_000).toISOString();
      const video = {videoId, title, event, date, place, speakers, languages};
      await route.fulfill({response, json: {...video, status: 'embargoed', availableAt}});
    },
    {times: 1},
  );
  await signIn(page, await member(), `/en/videos/${held}`);
  await expect(page.getByText('Under embargo')).toBeVisible();
  await expect(page.getByText('UTC', {exact: true})).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Whole recording'})).toBeVisible();
  watch.expect(403, 404, 410, 451);
  await put({embargoUntil: '2999-02-14T09:00:00.000Z'});
  await page
    .getByRole('button', {name: /^Download/})
    .first()
    .click();
  await expect(page.locator('.notice--danger')).toHaveText('Under embargo until 14 February 2999 at 10:00.');
  await put({withdrawn: {at: '2026-02-13T00:00:00.000Z', reason: 'Error'}});
  await page.reload();
  await expect(page.getByRole('heading', {name: 'This video has been withdrawn'})).toBeVisible();
  await put({legalBlock: true});
  await page.reload();
  await expect(page.getByRole('heading', {name: 'This video is blocked'})).toBeVisible();
});

const STATES = {
  withdrawn: problem(410, 'withdrawn', {withdrawnAt: '2026-02-13T00:00:00.000Z'}),
  blocked: problem(451, 'legal-block'),
  unknown: problem(404, 'not-found'),
  down: problem(503, 'unavailable', {traceId: 'fedcba9876543210'}),
};

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow where there is nothing to see (${language})`, async ({
    page,
    watch,
  }) => {
    watch.expect(404, 410, 451, 503);
    const address = `**/v1/videos/${id}?*`;
    for (const [name, answer] of Object.entries(STATES)) {
      await answers(page, address, () => answer);
      await page.goto(`/${language}/videos/${id}`);
      await expect(page.getByRole('heading', {level: 1})).toBeVisible();
      await looks(page, `video-${name}-${language}`);
      await page.unroute(address);
    }
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const {videoId, title, event, date, place, speakers, languages} = await response.json();
      const video = {videoId, title, event, date, place, speakers, languages};
      const until = {status: 'embargoed', availableAt: '2999-02-14T09:00:00.000Z'};
      await route.fulfill({response, json: {...video, ...until}});
    });
    await page.goto(`/${language}/videos/${id}`);
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    await looks(page, `video-embargoed-${language}`);
  });

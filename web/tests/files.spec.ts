import {readFile} from 'node:fs/promises';
import {answers, clips, downloads} from './answers';
import {expect, LANGUAGES, looks, test} from './fixture';
import {api, member, PASSWORD, press, signIn, tabTo} from './people';
import {shown, words} from './uploads';

const HOSTILE = '<b>&amp;\u202e';
let video = '';
let email = '';

// Someone who has asked for a clip of a minute's film.
test.beforeAll(async () => {
  const title = words('Statement at the quay', 'Déclaration sur le quai', 'Заява на причалі');
  video = await shown('minute', {title, date: '2031-04-01'});
  email = await member();
  const opened = await api('POST', '/v1/sessions', {email, password: PASSWORD}, {'X-Clipdesk-Client': 'web'});
  const {accessToken} = (await opened.json()) as {accessToken: string};
  const ranges = [{in: {frame: 250}, out: {frame: 500}, label: HOSTILE}];
  await api('POST', '/v1/clips', {videoId: video, ranges}, {Authorization: `Bearer ${accessToken}`});
});

test('by keyboard alone: a clip is followed until it is ready, downloaded, its links made again and revoked', async ({
  page,
}) => {
  await signIn(page, email, '/en/clips');
  const clip = page.getByRole('listitem').filter({hasText: HOSTILE});
  await expect(clip).toContainText('Ready', {timeout: 90_000});
  await expect(clip).toContainText('10 seconds');
  await expect(clip.getByRole('link', {name: 'Statement at the quay'})).toHaveAttribute(
    'href',
    `/en/videos/${video}`,
  );
  await expect(clip.getByRole('link', {name: /^Again with other edges/})).toHaveAttribute(
    'href',
    `/en/videos/${video}?t=10000,20000`,
  );
  await tabTo(page, clip.locator('summary', {hasText: 'Cut report'}), 60);
  await page.keyboard.press('Enter');
  await expect(clip).toContainText('exactly that');
  await expect(clip).toContainText('English, original, 48 kHz');
  await tabTo(page, clip.getByRole('button', {name: /^Download/}), 60);
  await page.keyboard.press('Enter');
  await expect(clip.getByRole('heading', {name: 'Your file is ready'})).toBeFocused();
  await expect(clip.locator('code', {hasText: 'curl -L -C - -O'})).toBeVisible();
  await tabTo(page, clip.getByRole('link', {name: /^Download/}));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);

  await tabTo(page, page.getByRole('link', {name: 'Downloads', exact: true}), 60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', {level: 1, name: 'Downloads'})).toBeFocused();
  const ticket = page.getByRole('listitem').filter({hasText: 'used once'});
  await expect(ticket).toContainText('Valid');
  await tabTo(page, ticket.getByRole('button', {name: /^Again/}));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', {name: /^Download \(/})).toBeVisible();
  await tabTo(page, ticket.getByRole('button', {name: /^Revoke/}), 60);
  await page.keyboard.press('Enter');
  await tabTo(page, ticket.getByRole('button', {name: /^Revoke for good/}), 60);
  await page.keyboard.press('Enter');
  await expect(ticket).toContainText('Revoked');
  await expect(page.getByRole('status').filter({hasText: 'The links have ended.'})).toBeVisible();
  await expect(ticket.getByRole('heading', {level: 2})).toBeFocused();
});

test('by keyboard alone: chosen clips become an edit list; a video without a transcript has no subtitles', async ({
  page,
}) => {
  await signIn(page, email, '/en/clips');
  await press(page, page.locator('summary', {hasText: 'Edit list'}));
  await tabTo(page, page.getByRole('checkbox', {name: HOSTILE}));
  await page.keyboard.press('Space');
  await expect(page.getByText('1 clip chosen')).toBeVisible();
  await tabTo(page, page.getByRole('button', {name: /^CMX3600/}));
  const [list] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(list.suggestedFilename()).toBe('clips.edl');
  // Ten seconds from the tenth on.
  expect(await readFile(await list.path(), 'utf8')).toContain(
    'C        00:00:10:00 00:00:20:00 01:00:00:00 01:00:10:00',
  );
  await expect(page.getByText('clips.edl is among your downloads.')).toBeVisible();
  await press(page, page.locator('summary', {hasText: 'Subtitles'}));
  await expect(page.getByText('This video has no transcript yet')).toBeVisible();
});

test('a link that ran out leads to a new one; newer terms are shown before, and accepted there', async ({
  page,
  watch,
}) => {
  watch.expect(409, 410);
  await page.route('**/v1/me', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, json: {...(await response.json()), termsVersion: '2020-01'}});
  });
  // The network between tells of tickets that have run out while nobody looked.
  await page.route('**/v1/me/downloads?*', async (route) => {
    const response = await route.fetch();
    const page = (await response.json()) as {items: object[]};
    const over = {state: 'expired', expiresAt: '2026-02-19T15:03:00.000Z'};
    await route.fulfill({response, json: {...page, items: page.items.map((one) => ({...one, ...over}))}});
  });
  await signIn(page, email, '/en/downloads');
  const ticket = page.getByRole('listitem').filter({hasText: 'Expired'}).first();
  await expect(ticket).toContainText('ended on 19 February 2026');
  await expect(ticket.getByRole('button', {name: /^Revoke/})).toHaveCount(0);
  await ticket.getByRole('button', {name: /^Again/}).click();
  await expect(page.getByRole('heading', {name: 'The terms of use have changed'})).toBeFocused();
  await page.getByRole('button', {name: 'Accept and download'}).click();
  const link = page.getByRole('link', {name: /^Download \(/});
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  expect((await fetch(href, {method: 'HEAD', redirect: 'manual'})).status).toBeLessThan(400);
});

for (const language of LANGUAGES)
  test(`names, roles, contrast and reflow of clips and downloads (${language})`, async ({page}) => {
    await page.goto(`/${language}/clips`);
    await expect(page).toHaveURL(`/${language}/sign-in?returnTo=%2F${language}%2Fclips`);
    await answers(page, '**/v1/me/clips?*', () => ({json: {items: clips(video)}}));
    await answers(page, '**/v1/clips?ids=*', () => ({json: {clips: clips(video).slice(1, 3)}}));
    await answers(page, '**/v1/me/downloads?*', () => ({json: {items: downloads(video)}}));
    await signIn(page, email, `/${language}/clips`);
    await expect(page.locator('.thing')).toHaveCount(5);
    await answers(page, '**/transcripts', () => ({json: {items: [{language: 'uk', revision: 1}]}}));
    await expect(page.locator('summary')).toHaveCount(3);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.getByRole('checkbox').first().check();
    await expect(page.locator('.thing').first()).not.toContainText(video);
    await looks(page, `clips-${language}`);
    await page.goto(`/${language}/downloads`);
    await expect(page.locator('.thing')).toHaveCount(3);
    await looks(page, `downloads-${language}`);
    await answers(page, '**/v1/me/downloads?*', () => ({json: {items: []}}));
    await page.reload();
    await expect(page.locator('main .panel')).toBeVisible();
    await looks(page, `downloads-empty-${language}`);
  });

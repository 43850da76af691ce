import {accessible, expect, LANGUAGES, test} from './fixture';
import {api, member, PASSWORD, signIn} from './people';
import {described, media, upload, words} from './uploads';

const VIDEO = 'lists-cut';
const HOSTILE = '<b>&amp;\u202e';

test.beforeAll(async () => {
  const {master, poster} = media();
  const title = words('Statement at the quay', 'Déclaration sur le quai', 'Заява на причалі');
  await upload(described(VIDEO, {title, date: '2031-04-01'}), {'master.mp4': master, 'poster.jpg': poster});
});

/** Someone who has asked for a clip that is ready. */
async function cutter(): Promise<{email: string; authorization: {Authorization: string}}> {
  const email = await member();
  const opened = await api('POST', '/v1/sessions', {email, password: PASSWORD}, {'X-Clipdesk-Client': 'web'});
  const {accessToken} = (await opened.json()) as {accessToken: string};
  const authorization = {Authorization: `Bearer ${accessToken}`};
  const ranges = [{in: {frame: 250}, out: {frame: 500}, label: HOSTILE}];
  await api('POST', '/v1/clips', {videoId: VIDEO, ranges}, authorization);
  return {email, authorization};
}

test('a clip is followed until it is ready, downloaded, and led back to its edges', async ({page}) => {
  const {email} = await cutter();
  await signIn(page, email, '/en/clips');
  const clip = page.getByRole('listitem').filter({hasText: HOSTILE});
  await expect(clip).toContainText('Ready', {timeout: 30_000});
  await expect(clip).toContainText('10 seconds');
  await expect(clip.getByRole('link', {name: 'Statement at the quay'})).toHaveAttribute(
    'href',
    `/en/videos/${VIDEO}`,
  );
  await expect(clip.getByRole('link', {name: /^Again with other edges/})).toHaveAttribute(
    'href',
    `/en/videos/${VIDEO}?t=10000,20000`,
  );
  await clip.getByText('Cut report').click();
  await expect(clip).toContainText('exactly that');
  await clip.getByRole('button', {name: /^Download/}).click();
  const link = clip.getByRole('link', {name: /^Download/});
  await expect(link).toBeVisible();
  await expect(clip.locator('code', {hasText: 'curl -L -C - -O'})).toBeVisible();
  await accessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.mp4$/);

  await page.getByRole('link', {name: 'Downloads', exact: true}).click();
  const ticket = page.getByRole('listitem').filter({hasText: 'Valid'}).first();
  await expect(ticket).toContainText('used once');
  await accessible(page);
  await ticket.getByRole('button', {name: /^Again/}).click();
  await expect(page.getByRole('link', {name: /^Download \(/})).toBeVisible();
  const oldest = page.getByRole('listitem').filter({hasText: 'used once'});
  await oldest.getByRole('button', {name: /^Revoke/}).click();
  await oldest.getByRole('button', {name: /^Revoke for good/}).click();
  await expect(oldest).toContainText('Revoked');
  await expect(page.getByRole('status').filter({hasText: 'The links have ended.'})).toBeVisible();
  await expect(oldest.getByRole('heading', {level: 2})).toBeFocused();
});

test('newer terms are shown before a download, and accepted there', async ({page, watch}) => {
  watch.expect(409);
  const {email} = await cutter();
  await page.route('**/v1/me', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, json: {...(await response.json()), termsVersion: '2020-01'}});
  });
  await signIn(page, email, '/en/clips');
  const clip = page.getByRole('listitem').filter({hasText: HOSTILE});
  await expect(clip).toContainText('Ready', {timeout: 30_000});
  await clip.getByRole('button', {name: /^Download/}).click();
  await expect(page.getByRole('heading', {name: 'The terms of use have changed'})).toBeFocused();
  await accessible(page);
  await page.getByRole('button', {name: 'Accept and download'}).click();
  await expect(clip.getByRole('link', {name: /^Download/})).toBeVisible();
});

for (const language of LANGUAGES)
  test(`whoever is not signed in is led to the sign-in and back (${language})`, async ({page}) => {
    await page.goto(`/${language}/clips`);
    await expect(page).toHaveURL(`/${language}/sign-in?returnTo=%2F${language}%2Fclips`);
  });

import {problem} from './answers';
import {expect, test} from './fixture';
import {enter, resident, WORDS} from './people';

const words = WORDS.en;

test('a token that ends in two tabs at once is renewed once, and both go on; all tabs sign out', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401);
  const email = await resident('en');
  await enter(page, email);
  await page.goto('/en/terms');
  await expect(page.getByRole('button', {name: words.signOut})).toBeVisible();
  const other = await context.newPage();
  await other.goto('/en/terms');
  await expect(other.getByRole('button', {name: words.signOut})).toBeVisible();
  let refreshes = 0;
  let ends = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/v1/sessions/refresh')) refreshes++;
    if (request.url().endsWith('/v1/sessions/current')) ends++;
  });
  const tokens = new Set<string>();
  await context.route('**/v1/me', (route) => {
    const token = route.request().headers().authorization ?? '';
    if (refreshes > 0) return route.continue();
    tokens.add(token);
    return route.fulfill(problem(401, 'unauthenticated'));
  });
  for (const tab of [page, other]) await tab.getByRole('link', {name: 'My account'}).click();
  for (const tab of [page, other]) await expect(tab.locator('main')).toContainText(email);
  expect(refreshes).toBe(1);
  expect(tokens.size).toBe(1);

  await page.getByRole('button', {name: words.signOut}).dblclick();
  await expect(page).toHaveURL('/en/');
  await expect(other).toHaveURL('/en/sign-in?returnTo=%2Fen%2Faccount');
  await other.reload();
  await expect(other.getByRole('banner').getByRole('link', {name: words.signIn})).toBeVisible();
  expect(ends).toBe(1);
  expect(refreshes).toBe(1);
});

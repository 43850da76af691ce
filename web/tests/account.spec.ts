import {accessible, expect, LANGUAGES, type Page, test} from './fixture';
import {api, fillSignUp, member, PASSWORD, signIn, WORDS} from './people';
import {code, someone} from './stack';

const words = WORDS.en;
const NEXT = 'Battery-Staple-99!';
// Made at once: between two mails to an address the API wants a minute.
let earlier: Promise<string>;
test.beforeAll(() => {
  earlier = member();
});
const main = (page: Page) => page.locator('main');
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', {level: 1, name});
const problem = (status: number, code: string, members = {}, headers = {}) => ({
  status,
  headers: {'Content-Type': 'application/problem+json', ...headers},
  body: JSON.stringify({
    type: `urn:clipdesk:problem:${code}`,
    code,
    status,
    title: 'A title of the API',
    instance: '/v1',
    traceId: 'trace-0',
    ...members,
  }),
});

const PLACES = ['account', 'account/password', 'account/email', 'account/sessions', 'account/data'] as const;
const OPEN = ['sign-in', 'reset', 'terms', 'privacy', 'accessibility'] as const;

for (const language of LANGUAGES) {
  test(`pages of an account and of the house, by axe and at 320 pixels (${language})`, async ({page}) => {
    test.slow();
    const email = await member(language);
    for (const place of OPEN) {
      await page.goto(`/${language}/${place}`);
      await look(page);
    }
    await page.goto(`/${language}/account`);
    await page.getByLabel(WORDS[language].address).fill(email);
    await page.getByLabel(WORDS[language].password, {exact: true}).fill(PASSWORD);
    await main(page).getByRole('button', {name: WORDS[language].signIn}).click();
    for (const place of PLACES) {
      if (place !== 'account') await page.goto(`/${language}/${place}`);
      await expect(page.locator('.account .sheet')).toContainText(email);
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await look(page);
    }
  });
}

/** axe, and no scrolling sideways at 320 pixels. */
async function look(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.wait')).toHaveCount(0);
  await accessible(page);
  await page.setViewportSize({width: 320, height: 640});
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `${page.url()} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize({width: 1280, height: 720});
}

test('a token that ends in two tabs at once is renewed once, and both go on', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await signIn(page, email);
  const other = await context.newPage();
  await other.goto('/en/terms');
  await expect(other.getByRole('button', {name: words.signOut})).toBeVisible();
  let refreshes = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/v1/sessions/refresh')) refreshes++;
  });
  const tokens = new Set<string>();
  await context.route('**/v1/me', (route) => {
    const token = route.request().headers().authorization ?? '';
    if (refreshes > 0) return route.continue();
    tokens.add(token);
    return route.fulfill(problem(401, 'unauthenticated'));
  });
  for (const tab of [page, other]) await tab.getByRole('link', {name: 'My account'}).click();

  for (const tab of [page, other]) await expect(main(tab)).toContainText(email);
  expect(refreshes).toBe(1);
  expect(tokens.size).toBe(1);
});

test('a profile that was changed elsewhere shows both versions, and one chooses', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(412);
  const email = await member();
  await signIn(page, email, '/en/account');
  const other = await context.newPage();
  await other.goto('/en/account');
  await other.getByLabel('News outlet').fill('Their paper');
  await expect(page.getByLabel('News outlet')).toHaveValue('');
  await other.getByRole('button', {name: 'Save'}).click();
  await expect(other.getByText('Saved.')).toBeVisible();
  await page.getByLabel('News outlet').fill('My paper');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('region', {name: 'Which version shall stay?'})).toContainText('Their paper');
  await accessible(page);
  await page.getByRole('button', {name: 'Keep mine'}).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('News outlet')).toHaveValue('My paper');
});

test('a new password signs in again by itself; another session is ended after the password was asked for', async ({
  page,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await api('POST', '/v1/sessions', {email, password: PASSWORD}, {'User-Agent': 'curl/8.5.0'});
  await signIn(page, email, '/en/account/sessions');
  await expect(page.getByRole('heading', {level: 2})).toHaveCount(2);
  let once = true;
  await page.route('**/v1/me/sessions/*', (route) => {
    if (!once || route.request().method() !== 'DELETE') return route.continue();
    once = false;
    return route.fulfill(problem(401, 'reauthentication-required', {maxAgeSeconds: 300}));
  });
  await page.getByRole('button', {name: 'End', exact: true}).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await accessible(page);
  await dialog.getByLabel(words.password, {exact: true}).fill('wrong');
  await dialog.getByRole('button', {name: words.goOn}).click();
  await expect(dialog.locator('.error')).toContainText('This password is wrong');
  await dialog.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await dialog.getByRole('button', {name: words.goOn}).click();
  await expect(page.getByText('That session has ended.')).toBeVisible();
  await expect(page.getByText('curl')).toHaveCount(0);

  await page.getByRole('link', {name: 'Password', exact: true}).click();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByLabel('New password', {exact: true}).fill(NEXT);
  await page.getByRole('button', {name: 'Set the password'}).dblclick();
  await expect(page.getByText('The new password is set.')).toBeVisible();
  await page.reload();
  await expect(main(page)).toContainText(email);
});

test('everything kept is one file; an account is deleted with care, and all tabs know', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await signIn(page, email, '/en/account/data');
  const other = await context.newPage();
  await other.goto('/en/terms');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', {name: 'Save the file'}).click();
  const stream = await (await saved).createReadStream();
  let text = '';
  for await (const piece of stream) text += piece;
  const kept = JSON.parse(text);
  expect(kept.account.email).toBe(email);
  expect(kept.sessions).toHaveLength(1);
  expect(Object.keys(kept)).toEqual(['account', 'sessions', 'downloads', 'clips', 'subscriptions']);

  await page.getByRole('button', {name: 'Delete my account'}).click();
  await expect(page.locator('.summary')).toContainText('Tick first');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', {name: 'Delete my account'}).dblclick();
  await expect(title(page, 'Your account is deleted')).toBeFocused();
  await accessible(page);
  await expect(other.getByRole('link', {name: words.signIn})).toBeVisible();
  await page.goto('/en/account');
  await expect(title(page, words.signIn)).toBeVisible();
});

test('an address is changed by a code that goes to the new one', async ({page, watch}) => {
  watch.expect(401);
  const email = await member();
  const fresh = someone();
  await signIn(page, email, '/en/account/email');
  await page.getByLabel('New address').fill(fresh);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(title(page, words.inbox)).toBeFocused();
  await page.getByLabel(words.code).fill(await code(fresh));
  await page.getByRole('button', {name: words.checkCode}).click();
  await expect(page.getByText(`${fresh} is your address now.`)).toBeVisible();
});

test('one answer for every failed sign-in; hostile return paths lead home; without the cookie one signs in', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await page.goto('/en/sign-in?returnTo=https://e.example/en/');
  const answers: string[] = [];
  for (const [who, secret] of [
    [email, 'wrong'],
    [someone(), PASSWORD],
  ] as const) {
    await page.getByLabel(words.address).fill(who);
    await page.getByLabel(words.password, {exact: true}).fill(secret);
    await main(page).getByRole('button', {name: words.signIn}).click();
    await expect(page.locator('.summary')).toBeFocused();
    answers.push((await page.locator('.summary').textContent()) ?? '');
  }
  expect(answers[0]).toBe(answers[1]);
  await page.getByLabel(words.address).fill(email);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await main(page).getByRole('button', {name: words.signIn}).dblclick();
  await expect(page).toHaveURL('/en/');

  await context.clearCookies();
  await page.goto('/en/account/data');
  await expect(page).toHaveURL('/en/sign-in?returnTo=%2Fen%2Faccount%2Fdata');
});

test('faults of the network cost nothing that was typed but the password on a reload', async ({
  page,
  context,
  watch,
}) => {
  watch.faultsExpected();
  const email = someone();
  await page.goto('/en/sign-up');
  await fillSignUp(page, email);
  const send = page.getByRole('button', {name: words.sendCode});
  const summary = page.locator('.summary');

  await context.setOffline(true);
  await send.click();
  await expect(summary).toContainText('You are offline');
  await context.setOffline(false);

  await page.route('**/v1/accounts', (route) =>
    route.fulfill(problem(503, 'unavailable', {traceId: 'trace-1'}, {'Retry-After': '7'})),
  );
  await send.click();
  await expect(summary).toContainText('Try again in 7 seconds');
  await page.unroute('**/v1/accounts');
  await page.route('**/v1/accounts', (route) =>
    route.fulfill({
      status: 202,
      headers: {'Content-Type': 'application/json'},
      body: '{"verificationId":"vf_',
    }),
  );
  await send.click();
  await expect(summary).toContainText(/did not answer|You are offline/);
  await page.unroute('**/v1/accounts');
  await accessible(page);
  expect(await page.getByLabel(words.address).inputValue()).toBe(email);
  await expect(page.locator('.rule--met')).toHaveCount(7);

  // Slow, and pressed twice: one mail.
  let posts = 0;
  await page.route('**/v1/accounts', async (route) => {
    posts++;
    await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await send.dblclick();
  await expect(send).toHaveAttribute('aria-busy', 'true');
  await expect(title(page, words.inbox)).toBeVisible({timeout: 40_000});
  expect(posts).toBe(1);

  // Back and Forward: the address can be mended, and the code is still waited for.
  await page.goBack();
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await expect(page.getByText('A code has already been sent')).toBeVisible();
  await page.goForward();
  await expect(page.getByText(email)).toBeVisible();
});

test('where the API is down a page says so, with the number of the trace and a way to try again', async ({
  page,
  watch,
}) => {
  watch.expect(503);
  let down = true;
  await page.route('**/v1/terms', (route) =>
    down
      ? route.fulfill(
          problem(503, 'unavailable', {title: 'Not available', detail: 'S3 is down', traceId: 'trace-77'}),
        )
      : route.continue(),
  );
  await page.goto('/en/terms');
  await expect(page.getByRole('alert')).toContainText('not available right now');
  await expect(page.getByRole('alert')).toContainText('trace-77');
  await expect(main(page)).not.toContainText('S3 is down');
  await accessible(page);
  down = false;
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByText('Version: ')).toBeVisible();
});

test('the time that is left is the server’s, though the computer is an hour off', async ({page}) => {
  await page.clock.install({time: Date.now() + 3_600_000});
  await page.goto('/en/sign-up');
  await fillSignUp(page, someone());
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(page.getByText(/for another (29|30) minutes/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/for another (28|29|30) minutes/)).toBeVisible();
});

test('a password is reset in four steps; a wrong code leads back and keeps it; other tabs are signed out', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401, 422, 429);
  const email = await earlier;
  await signIn(page, email);
  const reset = await context.newPage();
  await reset.goto('/en/reset?returnTo=/en/terms?x=1');
  await reset.getByLabel(words.address).fill(email);
  await expect(async () => {
    await reset.getByRole('button', {name: words.sendCode}).click();
    await expect(title(reset, words.inbox)).toBeVisible({timeout: 5000});
  }).toPass({timeout: 90_000, intervals: [5000]});
  const right = await code(email, Date.now() - 5000);
  await reset.getByLabel(words.code).fill(right === '111111' ? '222222' : '111111');
  await reset.getByRole('button', {name: words.goOn}).click();
  await expect(title(reset, 'New password')).toBeFocused();
  await accessible(reset);
  await reset.getByLabel('New password', {exact: true}).fill('short');
  await reset.getByRole('button', {name: 'Set the password'}).click();
  await expect(reset.locator('.summary')).toContainText('does not meet');
  await reset.getByLabel('New password', {exact: true}).fill(NEXT);
  await reset.getByRole('button', {name: 'Set the password'}).click();

  await expect(title(reset, words.inbox)).toBeVisible();
  await expect(reset.locator('.summary')).toContainText('4 tries left');
  await reset.getByLabel(words.code).fill(right);
  await reset.getByRole('button', {name: 'Set the password'}).click();
  await expect(title(reset, 'Your password has been updated')).toBeFocused();
  await accessible(reset);
  await expect(page.getByRole('link', {name: words.signIn})).toBeVisible();
  await reset.getByRole('button', {name: 'Sign in and go back'}).click();
  await expect(reset).toHaveURL('/en/terms?x=1');
  await expect(reset.getByRole('button', {name: words.signOut})).toBeVisible();
  await expect(page.getByRole('button', {name: words.signOut})).toBeVisible();
});

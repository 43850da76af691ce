import {problem} from './answers';
import {expect, LANGUAGES, looks, type Page, test} from './fixture';
import {enter, resident} from './people';

// Every page of the account and of the house in its fullest state: a form that was refused shows its errors, too.
for (const language of LANGUAGES) {
  const at = (place: string) => `/${language}/${place}`;

  test(`every page of the house, of signing in and of a reset (${language})`, async ({page, watch}) => {
    watch.expect(503);
    const shows = (name: string) => looks(page, `${name}-${language}`);
    await page.goto(at('sign-in'));
    await refused(page, 2);
    await shows('sign-in');
    await page.locator('main .actions a').click();
    await refused(page, 1);
    await shows('reset');

    await remember(page, 'password-reset', mailed());
    await page.goto(at('reset/code'));
    await refused(page, 1);
    await shows('reset-code');
    await page.locator('#code').fill('482 019');
    await page.locator('main form .btn--primary').click();
    await expect(page).toHaveURL(at('reset/password'));
    await refused(page, 1);
    await shows('reset-password');
    await remember(page, 'confirmed', {email: ADDRESS, returnTo: at('videos')});
    await page.goto(at('reset/done'));
    await shows('reset-done');

    for (const place of ['terms', 'privacy', 'accessibility']) {
      await follow(page, at(place));
      await shows(place);
    }
    await page.goto(at('nothing/here'));
    await shows('missing');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', {name: SKIP[language]})).toBeFocused();
    await page.route('**/v1/terms', (route) =>
      route.fulfill(problem(503, 'unavailable', {detail: 'S3 is down', traceId: 'trace-of-it'})),
    );
    await follow(page, at('terms'));
    await expect(page.getByRole('alert')).toContainText('trace-of-it');
    await expect(page.locator('main')).not.toContainText('S3 is down');
    await shows('api-down');
  });

  test(`every page of an account (${language})`, async ({page, watch}) => {
    watch.expect(401, 412);
    const shows = (name: string) => looks(page, `${name}-${language}`);
    const {accountId} = await enter(page, await resident(language));
    await steady(page);
    await page.goto(at('account'));
    await page.locator('main form .btn--primary').click();
    await expect(page.locator('section.panel')).toBeVisible();
    await shows('account');
    await follow(page, at('account/password'));
    await refused(page, 2);
    await shows('account-password');
    await follow(page, at('account/email'));
    await refused(page, 2);
    await shows('account-email');
    await follow(page, at('account/letters'));
    await expect(page.locator('#topics')).toBeVisible();
    await shows('account-letters');
    await follow(page, at('account/sessions'));
    await page.locator('.session .btn').last().click();
    await refused(page, 1, 'dialog');
    await shows('account-fresh');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await shows('account-sessions');

    await remember(page, 'change-address', {...mailed(), accountId});
    const offer = {offer: 'o1.late', expiresAt: '2026-01-01T00:00:00.000Z'};
    await remember(page, 'confirmed', {email: ADDRESS, returnTo: at('videos'), offer});
    await page.goto(at('account/email/code'));
    await refused(page, 1);
    await shows('account-email-code');
    await page.goto(at('sign-up/done'));
    await shows('sign-up-late');
    await page.locator('section.aside a').click();
    await follow(page, at('account/data'));
    await refused(page, 1, 'main', '.btn--danger');
    await shows('account-data');
    await page.locator('#sure').check();
    await page.locator('main form .btn--danger').click();
    await expect(page.locator('main .btn--primary')).toBeVisible();
    await shows('account-deleted');
  });

  test(`without script a page says what it needs and whom to write to (${language})`, async ({browser}) => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(`http://localhost:4680${at('account/data')}`);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('noscript h1')).toBeVisible();
    await expect(page.locator('noscript p').first()).toContainText(NO_SCRIPT[language]);
    await expect(page.locator('noscript a')).toHaveAttribute('href', /^mailto:/);
    await context.close();
  });
}

const SKIP = {fr: 'Aller au contenu', en: 'Skip to content', uk: 'Перейти до вмісту'};

const NO_SCRIPT = {
  fr: 'Ces pages ont besoin de JavaScript',
  en: 'These pages need JavaScript',
  uk: 'Цим сторінкам потрібен JavaScript',
};

// As long as addresses are.
const ADDRESS = 'anastasiia.kovalenko@press.example';
const mailed = () => ({
  verificationId: 'vf_0123456789abcdefghijkl',
  email: ADDRESS,
  expiresAt: new Date(Date.now() + 1_780_000).toISOString(),
  resendAt: '2026-01-01T00:00:00.000Z',
  attemptsLeft: 5,
});

/** What the step before left in this tab. */
const remember = (page: Page, slot: string, value: object) =>
  page.evaluate(([key, text]) => sessionStorage.setItem(`clipdesk.pending.${key}`, text), [
    slot,
    JSON.stringify(value),
  ] as const);

/** Goes on by a link of the page. */
async function follow(page: Page, path: string): Promise<void> {
  await page.locator(`a[href="${path}"]`).last().click();
  await expect(page).toHaveURL(path);
  await expect(page.locator('h1')).toBeFocused();
}

/** Sends the form as it is: its summary takes the focus, and so many fields have their own words. */
async function refused(page: Page, errors: number, within = 'main', button = '.btn--primary'): Promise<void> {
  await page.locator(`${within} form ${button}`).click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('.error')).toHaveCount(errors);
}

/** Times and rows of an account that are the same in every run; another tab was quicker, and a password is wanted. */
async function steady(page: Page): Promise<void> {
  await page.route(/\/v1\/me$/, async (route) => {
    const method = route.request().method();
    if (method === 'PATCH') return route.fulfill(problem(412, 'precondition-failed'));
    if (method === 'DELETE') return route.fulfill({status: 204});
    const response = await route.fetch();
    return route.fulfill({
      response,
      json: {...(await response.json()), createdAt: '2026-01-02T10:00:00.000Z'},
    });
  });
  const session = (sessionId: string, current: boolean, userAgent: string) => ({
    sessionId,
    startedAt: '2026-01-02T10:00:00.000Z',
    lastUsedAt: new Date(Date.now() - 7_300_000).toISOString(),
    network: current ? '203.0.113.7' : '20010db800000000/64',
    userAgent,
    current,
  });
  await page.route(/\/v1\/me\/sessions/, (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill(problem(401, 'reauthentication-required', {maxAgeSeconds: 300}))
      : route.fulfill({
          json: {
            items: [
              session('se_0123456789abcdefghijkl', true, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/153.0'),
              session(
                'se_1123456789abcdefghijkl',
                false,
                'Mozilla/5.0 (iPhone) Version/19.0 Mobile/1 Safari/6',
              ),
            ],
          },
        }),
  );
}

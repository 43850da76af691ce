import {problem} from './answers';
import {accessible, expect, LANGUAGES, type Page, pictured, test} from './fixture';
import {fillSignUp, PASSWORD, press, tabTo, WORDS} from './people';
import {code, someone} from './stack';

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`sign up by keyboard alone, code, newsletters, back to where one came from (${language})`, async ({
    page,
  }) => {
    const email = someone();
    const back = `/${language}/terms?from=sign-up`;
    await page.goto(`/${language}/sign-up?returnTo=${encodeURIComponent(back)}`);
    await expect(page.getByRole('heading', {level: 1, name: words.signUp})).toBeVisible();
    const agree = page.getByRole('checkbox', {name: words.agree});
    await expect(agree).toBeVisible();
    await expect(page.locator('main')).toMatchAriaSnapshot({name: `sign-up-${language}.aria.yml`});

    // Nothing filled in: the summary has the focus, leads to each field, and each has its own words.
    await tabTo(page, page.getByRole('button', {name: words.sendCode}));
    await page.keyboard.press('Enter');
    await expect(page.locator('.summary')).toBeFocused();
    await expect(page.locator('.error')).toHaveCount(3);
    await accessible(page);
    await pictured(page, `sign-up-${language}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(words.address)).toBeFocused();

    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await expect(page.locator('.rule--met')).toHaveCount(7);
    await tabTo(page, agree);
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', {name: words.sendCode}));
    await page.keyboard.press('Enter');

    const heading = page.getByRole('heading', {level: 1, name: words.inbox});
    await expect(heading).toBeFocused();
    await expect(page.getByText(email)).toBeVisible();
    expect(new URL(page.url()).search).toBe('');
    await accessible(page);
    await expect(page.locator('main form')).toMatchAriaSnapshot({name: `sign-up-code-${language}.aria.yml`});
    await pictured(page, `sign-up-code-${language}`);
    const digits = await code(email);
    await tabTo(page, page.getByLabel(words.code));
    await page.keyboard.insertText(`  ${digits.slice(0, 3)}\u00a0${digits.slice(3)} `);
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', {level: 1, name: words.done})).toBeFocused();
    await expect(page.getByRole('button', {name: words.signOut})).toBeVisible();
    const topics = page.getByRole('group').getByRole('checkbox');
    await expect(topics.first()).toBeVisible();
    for (const topic of await topics.all()) await expect(topic).not.toBeChecked();
    await accessible(page);
    await expect(page.locator('main')).toMatchAriaSnapshot({name: `sign-up-done-${language}.aria.yml`});
    await pictured(page, `sign-up-done-${language}`);
    await tabTo(page, topics.first());
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', {name: words.subscribe}));
    await page.keyboard.press('Enter');
    await expect(page.locator('.notice--success')).toBeVisible();
    await tabTo(page, page.getByRole('link', {name: words.goOn}), 60);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(back);
    expect(await secretsKept(page)).toEqual([]);
  });
}

/** What of password and tokens lies in a storage or in the address: nothing ever should. */
async function secretsKept(page: Page): Promise<string[]> {
  return page.evaluate((password) => {
    const places = [...Object.values(localStorage), ...Object.values(sessionStorage), location.href];
    return places.filter((text) => text.includes(password) || text.includes('eyJ'));
  }, PASSWORD);
}

test('five wrong codes, then a new one by "resend", pasted within its sentence', async ({page, watch}) => {
  watch.expect(422, 429);
  const email = someone();
  const words = WORDS.en;
  await page.goto('/en/sign-up');
  await fillSignUp(page, email);
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(page.getByRole('heading', {name: words.inbox})).toBeVisible();
  const right = await code(email);
  const wrong = right === '111111' ? '222222' : '111111';
  const check = page.getByRole('button', {name: words.checkCode});

  await page.getByLabel(words.code).fill('12');
  await check.click();
  await expect(page.locator('.summary')).toContainText('The code has six digits');
  for (const left of ['4 tries left', '3 tries left', '2 tries left', 'one try left', '0 tries left']) {
    await page.getByLabel(words.code).fill(wrong);
    await check.click();
    await expect(page.locator('.summary')).toContainText(left);
  }
  await page.getByLabel(words.code).fill(right);
  await check.click();
  await expect(page.locator('.summary')).toContainText('Too many wrong codes');
  await accessible(page);

  const resend = page.getByRole('button', {name: 'Send a new code'});
  await expect(resend).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/Possible in \d+ seconds/)).toBeVisible();
});

test('a reload and another language keep all but the password, which is then asked for', async ({page}) => {
  const email = someone();
  const words = WORDS.en;
  const back = '?returnTo=%2Fen%2Fterms';
  await page.goto(`/uk/sign-up${back}`);
  await page.getByLabel(/^Видання/).fill('The Evening Post');
  await fillSignUp(page, email, 'uk');
  await page.getByRole('link', {name: 'English'}).click();
  await expect(page).toHaveURL(`/en/sign-up${back}`);
  await page.reload();
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await expect(page.getByLabel('News outlet')).toHaveValue('The Evening Post');
  await expect(page.getByRole('checkbox', {name: words.agree})).toBeChecked();
  await expect(page.getByLabel(words.password, {exact: true})).toHaveValue('');
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(page.getByRole('heading', {name: words.inbox})).toBeVisible();
  const digits = await code(email);
  await page.getByRole('link', {name: 'Українська'}).click();
  await expect(page).toHaveURL('/uk/sign-up/code');
  await expect(page.getByRole('heading', {level: 1, name: WORDS.uk.inbox})).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('link', {name: 'Виправити адресу'}).click();
  await expect(page.getByLabel(WORDS.uk.address)).toHaveValue(email);
  await page.goBack();
  await page.getByRole('link', {name: 'English'}).click();
  await page.getByLabel(words.code).fill(`Votre code est ${digits}. Valable 30 minutes.`);
  await expect(page.getByLabel(words.code)).toHaveValue(digits);
  await page.getByRole('button', {name: words.checkCode}).click();

  await expect(page.getByRole('heading', {level: 1, name: words.signIn})).toBeVisible();
  await expect(page.getByText('Your address is verified')).toBeVisible();
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await accessible(page);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.locator('main').getByRole('button', {name: words.signIn}).click();
  await expect(page.getByRole('heading', {level: 1, name: words.done})).toBeVisible();
  await expect(page.getByRole('link', {name: words.goOn})).toHaveAttribute('href', '/en/terms');

  // The code is used up: the way back leads to an empty form, and forth again to what was done.
  await page.goBack();
  await expect(page).not.toHaveURL(/code/);
  await page.goForward();
  await expect(page.getByRole('heading', {level: 1, name: words.done})).toBeVisible();
});

test('a code that ran out says what to do: a new one after its wait, or from the start', async ({
  page,
  watch,
}) => {
  watch.expect(410);
  const email = someone();
  const words = WORDS.en;
  await page.clock.install();
  await page.goto('/en/sign-up');
  await fillSignUp(page, email);
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(page.getByRole('heading', {name: words.inbox})).toBeVisible();
  const resend = page.getByRole('button', {name: 'Send a new code'});
  await expect(resend).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/^Possible in \d+ seconds\.$/)).toBeVisible();
  await page.clock.fastForward(31 * 60_000);
  await expect(resend).not.toHaveAttribute('aria-disabled');
  await expect(page.getByRole('status').filter({hasText: 'no longer valid'})).toBeAttached();
  await page.getByLabel(words.code).fill('123456');
  await page.route('**/v1/verifications/*/check', (route) => route.fulfill(problem(410, 'code-expired')));
  await page.getByRole('button', {name: words.checkCode}).click();
  await expect(page.locator('.summary')).toContainText('This code is no longer valid. Ask for a new one.');
  await expect(page.locator('.summary')).toBeFocused();

  const inAWhile = (minutes: number) => new Date(Date.now() + (31 + minutes) * 60_000).toISOString();
  const times = {expiresAt: inAWhile(30), resendAt: inAWhile(1)};
  const next = {verificationId: `vf_${'1'.repeat(22)}`, purpose: 'sign-up', attemptsLeft: 5, ...times};
  await page.route('**/v1/verifications/*/resend', (route) => route.fulfill({status: 202, json: next}));
  await press(page, resend);
  await expect(page.getByText('A new code is on its way.')).toBeVisible();
  await expect(resend).toBeFocused();
  await expect(resend).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/for another (29|30) minutes/)).toBeVisible();
  await expect(page.locator('.summary')).toHaveCount(0);
  await expect(page.getByLabel(words.code)).toHaveValue('');

  await page.clock.fastForward(2 * 60_000);
  await page.unroute('**/v1/verifications/*/resend');
  await page.route('**/v1/verifications/*/resend', (route) => route.fulfill(problem(410, 'code-expired')));
  await press(page, resend);
  await expect(page.getByText('Please start again.')).toBeVisible();
  await expect(page.getByRole('heading', {level: 1})).toBeFocused();
  await press(page, page.getByRole('link', {name: 'Start again'}));
  await expect(page.getByLabel(words.address)).toHaveValue(email);
});

test('terms that changed meanwhile are shown and agreed to anew; nothing else is asked for again', async ({
  page,
  watch,
}) => {
  watch.expect(409);
  const words = WORDS.en;
  const newer = {version: '2099-01', text: 'Name the source, always.'};
  let agreed: unknown;
  await page.goto('/en/sign-up');
  await fillSignUp(page, 'a@press.example');
  await page.route('**/v1/terms', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, json: {...(await response.json()), ...newer}});
  });
  await page.route('**/v1/accounts', (route) => {
    agreed = route.request().postDataJSON().termsVersion;
    return agreed === newer.version
      ? route.fulfill(problem(503, 'unavailable'))
      : route.fulfill(problem(409, 'terms-outdated', {currentTermsVersion: newer.version}));
  });
  watch.expect(503);
  const send = page.getByRole('button', {name: words.sendCode});
  await send.click();
  await expect(page.locator('.summary')).toContainText('The terms have just changed');
  await expect(page.getByText(newer.text)).toBeVisible();
  const agree = page.getByRole('checkbox', {name: words.agree});
  await expect(agree).not.toBeChecked();
  await expect(page.getByLabel(words.address)).toHaveValue('a@press.example');
  await expect(page.getByLabel(words.password, {exact: true})).toHaveValue(PASSWORD);
  await agree.check();
  await send.click();
  await expect(page.locator('.summary')).toContainText('not available');
  expect(agreed).toBe(newer.version);
});

import {accessible, expect, LANGUAGES, type Page, test} from './fixture';
import {fillSignUp, PASSWORD, tabTo, WORDS} from './people';
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
    await accessible(page);
    await expect(page.locator('main')).toMatchAriaSnapshot({name: `sign-up-${language}.aria.yml`});

    // Nothing filled in: the summary has the focus, leads to each field, and each has its own words.
    await tabTo(page, page.getByRole('button', {name: words.sendCode}));
    await page.keyboard.press('Enter');
    await expect(page.locator('.summary')).toBeFocused();
    await expect(page.locator('.error')).toHaveCount(3);
    await accessible(page);
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

test('a reload keeps all but the password, which is then asked for', async ({page}) => {
  const email = someone();
  const words = WORDS.en;
  await page.goto('/en/sign-up?returnTo=/en/terms');
  await fillSignUp(page, email);
  await page.reload();
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await expect(page.getByRole('checkbox', {name: words.agree})).toBeChecked();
  await expect(page.getByLabel(words.password, {exact: true})).toHaveValue('');
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.getByRole('button', {name: words.sendCode}).click();
  await expect(page.getByRole('heading', {name: words.inbox})).toBeVisible();
  const digits = await code(email);
  await page.reload();
  await expect(page.getByText(email)).toBeVisible();
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
});

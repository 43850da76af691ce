import {expect, test} from './fixture';
import {enter, member, PASSWORD, press, resident, tabTo, type, WORDS} from './people';
import {someone} from './stack';

const words = WORDS.en;

test('by keyboard alone; one answer for every failure; back to where one came from', async ({
  page,
  watch,
}) => {
  watch.expect(401);
  const email = await resident('en');
  await page.goto('/en/sign-in?returnTo=/en/terms?x=1');
  const answers: string[] = [];
  for (const [who, secret] of [
    [email, 'wrong'],
    [someone(), PASSWORD],
  ] as const) {
    await type(page, page.getByLabel(words.address), who);
    await type(page, page.getByLabel(words.password, {exact: true}), secret);
    await page.keyboard.press('Enter');
    await expect(page.locator('.summary')).toBeFocused();
    answers.push((await page.locator('.summary').textContent()) ?? '');
    await expect(page.getByLabel(words.address)).toHaveValue(who);
  }
  expect(answers[0]).toBe(answers[1]);
  await type(page, page.getByLabel(words.address), email);
  await type(page, page.getByLabel(words.password, {exact: true}), PASSWORD);
  await tabTo(page, page.getByRole('button', {name: 'Show'}));
  await page.keyboard.press('Space');
  await expect(page.getByLabel(words.password, {exact: true})).toHaveAttribute('type', 'text');
  await press(page, page.locator('main').getByRole('button', {name: words.signIn}));
  await expect(page).toHaveURL('/en/terms?x=1');
  await expect(page.getByRole('heading', {level: 1})).toBeFocused();

  // Back leads past the form, which has nothing to ask any more.
  await page.goto('/en/privacy');
  await page.goBack();
  await expect(page).toHaveURL('/en/terms?x=1');
  await expect(page.getByRole('button', {name: words.signOut})).toBeVisible();
});

test('no link of a stranger leads elsewhere', async ({page}) => {
  await enter(page, await resident('en'));
  for (const hostile of [
    'https://e.example/en/',
    '//e.example/en/',
    '/\\e.example/en/',
    '/en/..//e.example',
    '/en/%2e%2e//e.example',
    'javascript:alert(1)//en/',
    '/en/<script>alert(1)</script>',
    '/en/\u202eterms\n',
    `/en/${'x'.repeat(600)}`,
  ]) {
    await page.goto(`/en/sign-in?returnTo=${encodeURIComponent(hostile)}`);
    await expect(page, hostile).toHaveURL('/en/');
  }
  await page.goto(`/en/sign-in?returnTo=${encodeURIComponent('/fr/videos?event=a&from=2026-01-01')}`);
  await expect(page).toHaveURL('/en/videos?event=a&from=2026-01-01');
});

test('where the cookie is gone one signs in, and what was typed is there', async ({page, context, watch}) => {
  watch.expect(401);
  const email = await member();
  await enter(page, email);
  await page.goto('/en/account');
  await page.getByLabel('News outlet').fill('The Evening Post');
  await context.clearCookies();
  await page.reload();
  await expect(page).toHaveURL('/en/sign-in?returnTo=%2Fen%2Faccount');
  await page.getByLabel(words.address).fill(email);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.locator('main').getByRole('button', {name: words.signIn}).dblclick();
  await expect(page.getByLabel('News outlet')).toHaveValue('The Evening Post');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByText('Saved.')).toBeVisible();
});

import {problem} from './answers';
import {accessible, button, expect, main, test, title} from './fixture';
import {api, enter, member, NEXT, PASSWORD, press, stranger, tabTo, type, WORDS} from './people';
import {code, someone} from './stack';

const words = WORDS.en;

test('a profile that was changed elsewhere shows both versions, after a reload too, and one chooses', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(412);
  await enter(page, await member());
  await page.goto('/en/account');
  const outlet = page.getByLabel('News outlet');
  await expect(outlet).toHaveValue('');
  const other = await context.newPage();
  await other.goto('/en/account');
  const save = async (words: string) => {
    await other.getByLabel('News outlet').fill(words);
    await button(other, 'Save').click();
    await expect(other.getByText('Saved.')).toBeVisible();
    await expect(button(other, 'Save')).toBeFocused();
  };
  await save('Their paper');
  await outlet.fill('My paper');
  await page.reload();
  await expect(outlet).toHaveValue('My paper');
  await button(page, 'Save').click();
  const clash = page.getByRole('region', {name: 'Which version should stay?'});
  await expect(clash).toContainText('Their paper');
  await press(page, button(page, 'Keep mine'));
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(title(page, 'Profile')).toBeFocused();
  await expect(clash).toBeHidden();
  await page.reload();
  await expect(outlet).toHaveValue('My paper');

  // What was only looked at is no version of ours.
  await other.reload();
  await save('Their magazine');
  await page.reload();
  await expect(outlet).toHaveValue('Their magazine');
  await save('Their journal');
  await outlet.fill('Mine again');
  await button(page, 'Save').click();
  await button(page, 'Take the other').dblclick();
  await expect(outlet).toHaveValue('Their journal');
  await expect(page.locator('.summary')).toHaveCount(0);
});

test('by keyboard alone: sessions are ended, one after the password was asked for, then all; a new password signs in again by itself', async ({
  page,
  browser,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await api('POST', '/v1/sessions', {email, password: PASSWORD}, {'User-Agent': 'curl/8.5.0'});
  await enter(page, email);
  await page.goto('/en/account');
  await press(page, page.getByRole('link', {name: 'Where I am signed in'}));
  await expect(title(page, 'Where I am signed in')).toBeFocused();
  await expect(page.getByRole('heading', {level: 2})).toHaveCount(2);
  let once = true;
  await page.route('**/v1/me/sessions/*', (route) => {
    if (!once || route.request().method() !== 'DELETE') return route.continue();
    once = false;
    return route.fulfill(problem(401, 'reauthentication-required', {maxAgeSeconds: 300}));
  });
  await press(page, button(page, 'End'));
  const dialog = page.getByRole('dialog');
  const password = dialog.getByLabel(words.password, {exact: true});
  await expect(password).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, 'End')).toBeFocused();
  once = true;
  await press(page, button(page, 'End'));
  await expect(password).toBeVisible();
  await type(page, password, 'wrong');
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.error')).toContainText('This password is wrong');
  await type(page, password, PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That session has ended.')).toBeVisible();
  await expect(title(page, 'Where I am signed in')).toBeFocused();
  await expect(page.getByText('curl')).toHaveCount(0);

  await press(page, page.getByRole('link', {name: 'Password', exact: true}));
  await type(page, page.getByLabel('Current password'), PASSWORD);
  await type(page, page.getByLabel('New password', {exact: true}), NEXT);
  await press(page, button(page, 'Set the password'));
  await expect(page.getByText('The new password is set.')).toBeVisible();
  await page.reload();
  await expect(main(page)).toContainText(email);

  const elsewhere = await stranger(browser);
  await enter(elsewhere, email, NEXT);
  await elsewhere.goto('http://localhost:4680/en/account');
  await expect(main(elsewhere)).toContainText(email);
  await press(page, page.getByRole('link', {name: 'Where I am signed in'}));
  await press(page, button(page, 'End all sessions'));
  await expect(title(page, words.signIn)).toBeFocused();
  await elsewhere.reload();
  await expect(title(elsewhere, words.signIn)).toBeVisible();
  await elsewhere.context().close();
});

test('by keyboard alone: everything kept is one file; an account is deleted with care, and all tabs know', async ({
  page,
  context,
  watch,
}) => {
  watch.expect(401);
  const email = await member();
  await enter(page, email);
  await page.goto('/en/account/data');
  const other = await context.newPage();
  await other.goto('/en/terms');
  await expect(other.getByRole('button', {name: words.signOut})).toBeVisible();
  const saved = page.waitForEvent('download');
  await press(page, button(page, 'Save the file'));
  const stream = await (await saved).createReadStream();
  let text = '';
  for await (const piece of stream) text += piece;
  const kept = JSON.parse(text);
  expect(kept.account.email).toBe(email);
  expect(kept.sessions).toHaveLength(1);
  const parts = ['sessions', 'downloads', 'clips', 'subscriptions', 'consents', 'deliveries'];
  expect(Object.keys(kept)).toEqual(['account', ...parts]);

  await press(page, button(page, 'Delete my account'));
  await expect(page.locator('.summary')).toBeFocused();
  await tabTo(page, page.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await press(page, button(page, 'Delete my account'));
  await expect(title(page, 'Your account is deleted')).toBeFocused();
  await expect(other.getByRole('banner').getByRole('link', {name: words.signIn})).toBeVisible();
  await page.goto('/en/account');
  await expect(title(page, words.signIn)).toBeVisible();
});

test('by keyboard alone: an address is changed by a code that goes to the new one, there and back', async ({
  page,
  watch,
}) => {
  watch.expect(401);
  const fresh = someone();
  await enter(page, await member());
  await page.goto('/en/account');
  await press(page, page.getByRole('link', {name: 'Email address', exact: true}));
  await type(page, page.getByLabel('New address'), fresh);
  await type(page, page.getByLabel(words.password, {exact: true}), PASSWORD);
  await page.keyboard.press('Enter');
  await expect(title(page, words.inbox)).toBeFocused();
  await page.goBack();
  await expect(title(page, 'Email address')).toBeFocused();
  await page.goForward();
  await expect(title(page, words.inbox)).toBeFocused();
  await expect(main(page)).toContainText(fresh);
  await type(page, page.getByLabel(words.code), await code(fresh));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${fresh} is your address now.`)).toBeVisible();
  // The code is used up: the way back does not lead to its page.
  await page.goBack();
  await expect(title(page, 'Email address')).toBeVisible();
});

test('an offer of newsletters that came too late leads to where one subscribes at any time', async ({
  page,
  watch,
}) => {
  watch.expect(410);
  await enter(page, await member());
  await page.goto('/en/terms');
  await page.evaluate(() => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const confirmed = {email: 'a@b.example', returnTo: '/en/', offer: {offer: 'o1.late', expiresAt}};
    sessionStorage.setItem('clipdesk.pending.confirmed', JSON.stringify(confirmed));
  });
  await page.route('**/v1/newsletter-offers/*', (route) => route.fulfill(problem(410, 'link-expired')));
  await page.goto('/en/sign-up/done');
  const topics = page.getByRole('group', {name: 'Topics'}).getByRole('checkbox');
  await topics.first().check();
  await page.getByRole('link', {name: 'Українська'}).click();
  await expect(page).toHaveURL('/uk/sign-up/done');
  await expect(page.locator('#topics').getByRole('checkbox').first()).toBeChecked();
  await page.goBack();
  await expect(topics.first()).toBeChecked();
  await button(page, words.subscribe).click();
  await expect(page.getByRole('alert')).toContainText('This offer was good for an hour');
  await expect(page.getByRole('heading', {level: 1})).toBeFocused();
  await page.getByRole('alert').getByRole('link').click();

  await expect(title(page, 'Newsletters')).toBeFocused();
  await expect(topics.first()).not.toBeChecked();
  await accessible(page);
  const save = async () => {
    await button(page, 'Save').dblclick();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(topics.first()).toBeVisible();
  };
  await topics.first().check();
  await page.getByRole('radio', {name: 'Français'}).check();
  await save();
  await expect(topics.first()).toBeChecked();
  await expect(topics.last()).not.toBeChecked();
  await expect(page.getByRole('radio', {name: 'Français'})).toBeChecked();
  await topics.first().uncheck();
  await save();
  await expect(topics.first()).not.toBeChecked();
});

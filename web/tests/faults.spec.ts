import {hold, problem} from './answers';
import {accessible, button, expect, main, type Page, test, title} from './fixture';
import {fillSignUp, WORDS} from './people';
import {someone} from './stack';

const words = WORDS.en;

/** A browser that takes itself to be connected until told otherwise; where there is no network but this computer's own it would not. */
const connected = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'onLine', {get: () => !('cut' in window && window.cut)}),
  );

test('faults of the network cost nothing that was typed; ten slow seconds are waited for', async ({
  page,
  context,
  watch,
}) => {
  watch.faultsExpected();
  const email = someone();
  await page.clock.install();
  await connected(page);
  await page.goto('/en/sign-up');
  await fillSignUp(page, email);
  const send = button(page, words.sendCode);
  const summary = page.locator('.summary');
  const cut = (off: boolean) => page.evaluate((off) => Object.assign(window, {cut: off}), off);
  await context.setOffline(true);
  await cut(true);
  await send.click();
  await expect(summary).toContainText('You are offline');
  await context.setOffline(false);
  await cut(false);
  const answers = [
    {status: 202, contentType: 'application/json', body: '{"verificationId":"vf_'},
    {status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>'},
    problem(418, 'from-next-year', {title: 'Teapot', traceId: 'trace-1'}),
  ];
  await page.route('**/v1/accounts', (route) => route.fulfill(answers.shift()));
  for (const said of [/did not answer/, /not available right now/, /quote the reference trace-1/]) {
    await send.click();
    await expect(summary).toContainText(said);
    await expect(summary).toBeFocused();
  }
  await accessible(page);
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await expect(page.locator('.rule--met')).toHaveCount(7);

  await page.unroute('**/v1/accounts');
  const held = hold();
  await page.route('**/v1/accounts', async (route) => {
    await held.wait();
    return route.continue();
  });
  await send.dblclick();
  await page.clock.runFor(10_000);
  await expect(send).toHaveAttribute('aria-busy', 'true');
  await expect(summary).toHaveCount(0);
  await held.letGo();
  await expect(title(page, words.inbox)).toBeFocused();

  // Back and Forward: the address can be mended, and the code is still waited for.
  await page.goBack();
  await expect(page.getByLabel(words.address)).toHaveValue(email);
  await expect(page.getByText('A code has already been sent')).toBeVisible();
  await page.goForward();
  await expect(page.getByText(email)).toBeVisible();
});

test('where the API is down a page says so, and tries again when told', async ({page, watch}) => {
  watch.expect(503);
  let down = true;
  await page.route('**/v1/terms', (route) =>
    down ? route.fulfill(problem(503, 'unavailable')) : route.continue(),
  );
  await page.goto('/en/terms');
  await expect(page.getByRole('alert')).toContainText('not available right now');
  down = false;
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByText('Version: ')).toBeVisible();
  await expect(title(page, 'Terms of use')).toBeFocused();
});

test('the time that is left is the server’s, though the computer is an hour off', async ({page}) => {
  await page.clock.install({time: Date.now() + 3_600_000});
  await page.goto('/en/sign-up');
  await fillSignUp(page, someone());
  await button(page, words.sendCode).click();
  await expect(page.getByText(/for another (29|30) minutes/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/for another (28|29|30) minutes/)).toBeVisible();
});

test('a page whose file is gone after a deployment is loaded anew, once, and what was typed is there', async ({
  page,
  watch,
}) => {
  watch.expect(404);
  await connected(page);
  await page.goto('/en/sign-up');
  await fillSignUp(page, 'a@press.example');
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads++;
  });
  let gone = '';
  let still = false;
  await page.route('**/assets/*.js', (route) => {
    const url = route.request().url();
    gone ||= url;
    return url === gone && (still || loads === 0) ? route.fulfill({status: 404}) : route.continue();
  });
  const terms = page.getByRole('contentinfo').getByRole('link', {name: 'Terms of use'});
  await terms.click();
  await expect(title(page, 'Terms of use')).toBeVisible();
  expect(loads).toBe(1);
  await page.goBack();
  await expect(page.getByLabel(words.address)).toHaveValue('a@press.example');
  await expect(page.getByRole('checkbox', {name: words.agree})).toBeChecked();

  // Gone for good: it says so in the place of the page, and does not turn in circles.
  still = true;
  loads = 0;
  await page.goto('/en/privacy');
  await expect(main(page).getByRole('alert')).toContainText('could not be loaded');
  expect(loads).toBeLessThanOrEqual(2);
});

import {problem} from './answers';
import {accessible, expect, type Page, test} from './fixture';
import {enter, fillSignUp, NEXT, PASSWORD, resident, WORDS} from './people';
import {someone} from './stack';

const words = WORDS.en;
const main = (page: Page) => page.locator('main');
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', {level: 1, name});
const button = (page: Page, name: string) => main(page).getByRole('button', {name, exact: true});

/** A button that sends: where it is, what is typed first, and the field that must still hold its text afterwards. */
interface Sends {
  path: string;
  name: string;
  fill?: (page: Page) => Promise<unknown>;
  kept?: [label: string, text: string];
}

const password = (page: Page, label: string = words.password) =>
  page.getByLabel(label, {exact: true}).fill(label === words.password ? PASSWORD : NEXT);
const address = (page: Page) => page.getByLabel(words.address).fill('a@press.example');

/** A browser that takes itself to be connected until told otherwise; where there is no network but this computer's own it would not. */
const connected = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'onLine', {get: () => !('cut' in window && window.cut)}),
  );

const ANYBODY: Sends[] = [
  {
    path: 'sign-up',
    name: words.sendCode,
    fill: (page) => fillSignUp(page, 'a@press.example'),
    kept: [words.address, 'a@press.example'],
  },
  {
    path: 'sign-in',
    name: words.signIn,
    fill: async (page) => {
      await address(page);
      await password(page);
    },
    kept: [words.address, 'a@press.example'],
  },
  {path: 'reset', name: words.sendCode, fill: address, kept: [words.address, 'a@press.example']},
  {
    path: 'sign-up/code',
    name: words.checkCode,
    fill: (page) => page.getByLabel(words.code).fill('123456'),
    kept: [words.code, '123456'],
  },
  {path: 'sign-up/code', name: 'Send a new code'},
  {
    path: 'reset/code',
    name: 'Set the password',
    fill: async (page) => {
      await page.getByLabel(words.code).fill('123456');
      await button(page, words.goOn).click();
      await password(page, 'New password');
    },
    kept: ['New password', NEXT],
  },
  {
    path: 'sign-up/done',
    name: words.subscribe,
    fill: (page) => page.getByRole('group', {name: 'Topics'}).getByRole('checkbox').first().check(),
  },
];

const PERSON: Sends[] = [
  {
    path: 'account',
    name: 'Save',
    fill: (page) => page.getByLabel('News outlet').fill('The Post'),
    kept: ['News outlet', 'The Post'],
  },
  {
    path: 'account/password',
    name: 'Set the password',
    fill: async (page) => {
      await page.getByLabel('Current password').fill(PASSWORD);
      await password(page, 'New password');
    },
    kept: ['New password', NEXT],
  },
  {
    path: 'account/email',
    name: words.sendCode,
    fill: async (page) => {
      await page.getByLabel('New address').fill('b@press.example');
      await password(page);
    },
    kept: ['New address', 'b@press.example'],
  },
  {
    path: 'account/letters',
    name: 'Save',
    fill: (page) => page.getByRole('group', {name: 'Topics'}).getByRole('checkbox').first().check(),
  },
  {path: 'account/sessions', name: 'Sign out here'},
  {path: 'account/sessions', name: 'End all sessions'},
  {path: 'account/data', name: 'Save the file'},
  {
    path: 'account/data',
    name: 'Delete my account',
    fill: (page) => page.getByRole('checkbox').check(),
  },
];

for (const [who, all] of [
  ['anybody', ANYBODY],
  ['a person', PERSON],
] as const)
  test(`each button of ${who} that is pressed twice sends once; told to come later, it says when, and nothing is lost`, async ({
    page,
    watch,
  }) => {
    watch.expect(503);
    if (who === 'a person') await enter(page, await resident('en'));
    await page.goto('/en/privacy');
    await page.evaluate(() => {
      const in30 = new Date(Date.now() + 1_800_000).toISOString();
      const code = {verificationId: `vf_${'0'.repeat(22)}`, email: 'a@press.example', attemptsLeft: 5};
      const times = {expiresAt: in30, resendAt: '2026-01-01T00:00:00.000Z'};
      for (const slot of ['sign-up', 'password-reset'])
        sessionStorage.setItem(`clipdesk.pending.${slot}`, JSON.stringify({...code, ...times}));
      const done = {email: code.email, returnTo: '/en/', offer: {offer: 'o1.x', expiresAt: in30}};
      sessionStorage.setItem('clipdesk.pending.confirmed', JSON.stringify(done));
    });
    let sent = 0;
    let answer = () => {};
    await page.route(/\/v1\/(?!sessions\/refresh)/, async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      sent++;
      await new Promise<void>((done) => {
        answer = done;
      });
      return route.fulfill(problem(503, 'unavailable', {}, {'Retry-After': '7'}));
    });
    for (const {path, name, fill, kept} of all) {
      await page.goto(`/en/${path}`);
      await fill?.(page);
      sent = 0;
      const pressed = button(page, name);
      await pressed.dblclick();
      await expect(pressed).toHaveAttribute('aria-busy', 'true');
      await pressed.press('Enter');
      // A button is busy before its request is on its way.
      await expect.poll(() => sent, `${path}: ${name}`).toBeGreaterThan(0);
      answer();
      await expect(main(page).getByText('Try again in 7 seconds.').first(), `${path}: ${name}`).toBeVisible();
      await expect(pressed).not.toHaveAttribute('aria-busy');
      if (kept) await expect(page.getByLabel(kept[0])).toHaveValue(kept[1]);
      expect(sent, `${path}: ${name}`).toBe(1);
    }
  });

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
  let asked = false;
  let go = () => {};
  await page.route('**/v1/accounts', async (route) => {
    asked = true;
    await new Promise<void>((done) => {
      go = done;
    });
    return route.continue();
  });
  await send.dblclick();
  await page.clock.runFor(10_000);
  await expect(send).toHaveAttribute('aria-busy', 'true');
  await expect(summary).toHaveCount(0);
  await expect.poll(() => asked).toBe(true);
  go();
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

import {hold, problem} from './answers';
import {button, expect, main, type Page, test} from './fixture';
import {enter, fillSignUp, NEXT, PASSWORD, resident, WORDS} from './people';

const words = WORDS.en;

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
    const held = hold();
    await page.route(/\/v1\/(?!sessions\/refresh)/, async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      await held.wait();
      return route.fulfill(problem(503, 'unavailable', {}, {'Retry-After': '7'}));
    });
    for (const {path, name, fill, kept} of all) {
      await page.goto(`/en/${path}`);
      await fill?.(page);
      held.asked = 0;
      const pressed = button(page, name);
      await pressed.dblclick();
      await expect(pressed).toHaveAttribute('aria-busy', 'true');
      await pressed.press('Enter');
      await held.letGo(`${path}: ${name}`);
      await expect(main(page).getByText('Try again in 7 seconds.').first(), `${path}: ${name}`).toBeVisible();
      await expect(pressed).not.toHaveAttribute('aria-busy');
      if (kept) await expect(page.getByLabel(kept[0])).toHaveValue(kept[1]);
      expect(held.asked, `${path}: ${name}`).toBe(1);
    }
  });

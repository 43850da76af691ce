import type {Browser} from '@playwright/test';
import {expect, type Language, type Page} from './fixture';
import {code, outputs, someone} from './stack';

export const PASSWORD = 'Correct-Horse-77!';
export const NEXT = 'Battery-Staple-99!';

/** Calls the API as a page would, without one: for what a journey starts from. */
export async function api(
  method: string,
  path: string,
  body?: object | string,
  headers = {},
): Promise<Response> {
  const response = await fetch(`${outputs.ApiUrl}${path}`, {
    method,
    headers: {'Content-Type': 'application/json', ...headers},
    ...(body && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** The address of a person who has an account with {@link PASSWORD}. */
export async function member(language: Language = 'en', email = someone()): Promise<string> {
  const {version} = (await (await api('GET', '/v1/terms')).json()) as {version: string};
  const signUp = {email, password: PASSWORD, language, termsVersion: version, name: 'A. Martin'};
  const {verificationId} = (await (await api('POST', '/v1/accounts', signUp)).json()) as {
    verificationId: string;
  };
  await api('POST', `/v1/verifications/${verificationId}/check`, {code: await code(email)});
  return email;
}

/** Somebody who has an account for good. What a test does leaves the account as it is, so that one sign-up serves them all. */
export async function resident(language: Language): Promise<string> {
  const email = `resident-${language}@press.example`;
  return (await isIn(email, PASSWORD)) ? email : member(language, email);
}

/** Somebody who has one of two passwords, and will have the other one. */
export async function forgetful(): Promise<{email: string; password: string; next: string}> {
  const email = 'forgetful@press.example';
  if (await isIn(email, NEXT)) return {email, password: NEXT, next: PASSWORD};
  if (!(await isIn(email, PASSWORD))) await member('en', email);
  return {email, password: PASSWORD, next: NEXT};
}

const isIn = async (email: string, password: string): Promise<boolean> =>
  (
    await fetch(`${outputs.ApiUrl}/v1/sessions`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({email, password}),
    })
  ).ok;

/** This browser is that of a person who signed in a moment ago, without the way through the page of signing in. */
export async function enter(page: Page, email: string, password = PASSWORD): Promise<{accountId: string}> {
  const answer = await page.context().request.post('/v1/sessions', {data: {email, password}});
  expect(answer.status()).toBe(201);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('test.entered')) return;
    sessionStorage.setItem('test.entered', '1');
    localStorage.setItem('clipdesk.signed-in', '1');
  });
  return ((await answer.json()) as {account: {accountId: string}}).account;
}

/** Words of the pages that the journeys look for, as people read them. */
export const WORDS = {
  fr: {
    address: 'Adresse e-mail',
    agree: /J’accepte les conditions/,
    code: 'Code de vérification',
    checkCode: 'Vérifier le code',
    done: 'Votre compte est créé',
    goOn: 'Continuer',
    inbox: 'Consultez votre boîte de réception',
    password: 'Mot de passe',
    sendCode: 'Envoyer le code',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    signUp: 'Créer un compte',
    subscribe: 'S’abonner',
  },
  en: {
    address: 'Email address',
    agree: /I agree to the terms/,
    code: 'Verification code',
    checkCode: 'Check the code',
    done: 'Your account is ready',
    goOn: 'Continue',
    inbox: 'Check your inbox',
    password: 'Password',
    sendCode: 'Send the code',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signUp: 'Create an account',
    subscribe: 'Subscribe',
  },
  uk: {
    address: 'Електронна адреса',
    agree: /Я погоджуюся з умовами/,
    code: 'Код підтвердження',
    checkCode: 'Перевірити код',
    done: 'Обліковий запис створено',
    goOn: 'Продовжити',
    inbox: 'Перевірте свою пошту',
    password: 'Пароль',
    sendCode: 'Надіслати код',
    signIn: 'Увійти',
    signOut: 'Вийти',
    signUp: 'Створити обліковий запис',
    subscribe: 'Підписатися',
  },
} as const;

/** Presses a button, or follows a link, by keyboard alone; a button takes no press until what it began before is over. */
export async function press(page: Page, target: ReturnType<Page['locator']>, most = 60): Promise<void> {
  await tabTo(page, target, most);
  await expect(target).not.toHaveAttribute('aria-busy');
  await page.keyboard.press('Enter');
}

/** Types into a field by keyboard alone. */
export async function type(page: Page, field: ReturnType<Page['locator']>, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 40): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Signs in by the page, in the language of the address to come back to. */
export async function signIn(page: Page, email: string, returnTo = '/en/terms'): Promise<void> {
  const language = returnTo.slice(1, 3) as Language;
  const words = WORDS[language];
  await page.goto(`/${language}/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  await page.getByLabel(words.address).fill(email);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.locator('main').getByRole('button', {name: words.signIn}).click();
  await expect(page.getByRole('button', {name: words.signOut})).toBeVisible();
}

/** Fills the first step of a sign-up. */
export async function fillSignUp(page: Page, email: string, language: Language = 'en'): Promise<void> {
  const words = WORDS[language];
  await page.getByLabel(words.address).fill(email);
  await page.getByLabel(words.password, {exact: true}).fill(PASSWORD);
  await page.getByRole('checkbox', {name: words.agree}).check();
}

/** A fresh browser with nothing remembered. */
export const stranger = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

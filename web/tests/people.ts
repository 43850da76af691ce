import type {Browser} from '@playwright/test';
import {expect, type Language, type Page} from './fixture';
import {code, outputs, someone} from './stack';

export const PASSWORD = 'Correct-Horse-77!';

/** Calls the API as a page would, without one: for what a journey starts from. */
export async function api(method: string, path: string, body?: object, headers = {}): Promise<Response> {
  const response = await fetch(`${outputs.ApiUrl}${path}`, {
    method,
    headers: {'Content-Type': 'application/json', ...headers},
    ...(body && {body: JSON.stringify(body)}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** The address of a person who has an account with {@link PASSWORD}. */
export async function member(language: Language = 'en'): Promise<string> {
  const email = someone();
  const {version} = (await (await api('GET', '/v1/terms')).json()) as {version: string};
  const signUp = {email, password: PASSWORD, language, termsVersion: version, name: 'A. Martin'};
  const {verificationId} = (await (await api('POST', '/v1/accounts', signUp)).json()) as {
    verificationId: string;
  };
  await api('POST', `/v1/verifications/${verificationId}/check`, {code: await code(email)});
  return email;
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
    signUp: 'Створення облікового запису',
    subscribe: 'Підписатися',
  },
} as const;

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 40): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Signs in by the page. */
export async function signIn(page: Page, email: string, returnTo = '/en/terms'): Promise<void> {
  await page.goto(`/en/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  await page.getByLabel(WORDS.en.address).fill(email);
  await page.getByLabel(WORDS.en.password, {exact: true}).fill(PASSWORD);
  await page.locator('main').getByRole('button', {name: WORDS.en.signIn}).click();
  await expect(page.getByRole('button', {name: WORDS.en.signOut})).toBeVisible();
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

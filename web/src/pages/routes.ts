import type {ComponentType} from 'preact';
import {lazy} from 'preact-iso';
import {exec} from 'preact-iso/router';
import {language, speak} from '../i18n';
import type {Area} from '../i18n/messages';
import {Broken} from '../shell/broken';

interface Chunk {
  default: ComponentType;
}

const RELOADED = 'clipdesk.reloaded';

// After a deployment an open tab may ask for a chunk that is gone: the page is loaded anew, once. What is typed is kept by drafts.
// What cannot be loaded even so says that, in the place of the page.
async function load(areas: Area[], chunk: () => Promise<Chunk>): Promise<Chunk> {
  try {
    const [module] = await Promise.all([chunk(), speak(...areas)]);
    sessionStorage.removeItem(RELOADED);
    return module;
  } catch {
    if (navigator.onLine && sessionStorage.getItem(RELOADED) !== location.pathname) {
      sessionStorage.setItem(RELOADED, location.pathname);
      location.reload();
      return new Promise(() => undefined);
    }
    return {default: Broken};
  }
}

const page = (areas: Area[], chunk: () => Promise<Chunk>) => lazy(() => load(areas, chunk));

/** Every page by its path below the language: its words and its chunk are loaded when somebody goes there. */
export const ROUTES = [
  {path: '', component: page(['home'], () => import('./home'))},
  {path: 'sign-in', component: page(['account'], () => import('./sign-in'))},
  {path: 'sign-up', component: page(['account'], () => import('./sign-up'))},
  {path: 'sign-up/code', component: page(['account'], () => import('./sign-up-code'))},
  {path: 'sign-up/done', component: page(['account'], () => import('./sign-up-done'))},
  {path: 'clips', component: page(['files', 'clip', 'ticket'], () => import('./clips'))},
  {path: 'downloads', component: page(['files', 'ticket'], () => import('./downloads'))},
  {path: 'videos', component: page(['videos'], () => import('./videos'))},
  {path: 'reset', component: page(['account'], () => import('./reset'))},
  {path: 'reset/code', component: page(['account'], () => import('./reset-code'))},
  {path: 'reset/password', component: page(['account'], () => import('./reset-password'))},
  {path: 'reset/done', component: page(['account'], () => import('./reset-done'))},
  {path: 'account', component: page(['account', 'me'], () => import('./account'))},
  {path: 'account/password', component: page(['account', 'me'], () => import('./account-password'))},
  {path: 'account/email', component: page(['account', 'me'], () => import('./account-email'))},
  {path: 'account/email/code', component: page(['account'], () => import('./account-email-code'))},
  {path: 'account/sessions', component: page(['account', 'me'], () => import('./account-sessions'))},
  {path: 'account/data', component: page(['account', 'me'], () => import('./account-data'))},
  {path: 'terms', component: page(['legal'], () => import('./terms'))},
  {path: 'privacy', component: page(['legal'], () => import('./privacy'))},
  {path: 'accessibility', component: page(['legal'], () => import('./accessibility'))},
  {path: 'videos/:id', component: page(['video', 'clipper', 'clip', 'ticket'], () => import('./video'))},
] as const;

export const NotFound = page(['missing'], () => import('./missing'));

/** Loads the page of a path, so that the first picture is the whole page. */
export async function preload(path: string): Promise<void> {
  const found = ROUTES.find((one) => exec(path, `/${language}/${one.path}`));
  await (found?.component ?? NotFound).preload();
}

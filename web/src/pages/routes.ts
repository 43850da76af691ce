import type {ComponentType} from 'preact';
import {lazy} from 'preact-iso';
import {speak} from '../i18n';
import type {Area} from '../i18n/messages';

const RELOADED = 'clipdesk.reloaded';

// After a deployment an open tab may ask for a chunk that is gone: the page is loaded anew, once. What is typed is kept by drafts.
async function load<T>(areas: Area[], chunk: () => Promise<T>): Promise<T> {
  try {
    const [module] = await Promise.all([chunk(), speak(...areas)]);
    sessionStorage.removeItem(RELOADED);
    return module;
  } catch (cause) {
    if (navigator.onLine && sessionStorage.getItem(RELOADED) !== location.pathname) {
      sessionStorage.setItem(RELOADED, location.pathname);
      location.reload();
      return new Promise<T>(() => undefined);
    }
    throw cause;
  }
}

const page = (areas: Area[], chunk: () => Promise<{default: ComponentType}>) =>
  lazy(() => load(areas, chunk));

/** Every page by its path below the language: its words and its chunk are loaded when somebody goes there. */
export const ROUTES = [
  {path: '', component: page(['home'], () => import('./home'))},
  {path: 'sign-in', component: page(['account'], () => import('./sign-in'))},
  {path: 'sign-up', component: page(['account'], () => import('./sign-up'))},
  {path: 'sign-up/code', component: page(['account'], () => import('./sign-up-code'))},
  {path: 'sign-up/done', component: page(['account'], () => import('./sign-up-done'))},
] as const;

export const NotFound = page(['missing'], () => import('./missing'));

import type {ComponentType} from 'preact';
import {lazy} from 'preact-iso';
import {speak} from '../i18n';
import {MISSING, PAGES, type Page, pageAt} from '../pages/routes';
import {Broken} from './broken';

const RELOADED = 'clipdesk.reloaded';

// After a deployment an open tab may ask for a chunk that is gone: the page is loaded anew, once. What is typed is kept by drafts.
// What cannot be loaded even so says that, in the place of the page.
async function load({areas, chunk}: Page): Promise<ComponentType> {
  try {
    const [component] = await Promise.all([chunk(), speak(...areas)]);
    sessionStorage.removeItem(RELOADED);
    return component;
  } catch {
    if (navigator.onLine && sessionStorage.getItem(RELOADED) !== location.pathname) {
      sessionStorage.setItem(RELOADED, location.pathname);
      location.reload();
      return new Promise(() => undefined);
    }
    return Broken;
  }
}

const routed = (page: Page) => ({
  page,
  path: page.path,
  component: lazy(async () => ({default: await load(page)})),
});

/** Every page by its path below the language. */
export const ROUTES = PAGES.map(routed);

const missing = routed(MISSING);
export const NotFound = missing.component;

/** Loads the page of this address, so that the first picture is the whole page. */
export async function preload(): Promise<void> {
  const {page} = pageAt(location.pathname);
  await (ROUTES.find((one) => one.page === page) ?? missing).component.preload();
}

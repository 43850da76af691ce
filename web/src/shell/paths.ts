import {language} from '../i18n';

/** The address of a page in this document's language: `to('videos')` is `/fr/videos`. */
export const to = (page = ''): string => `/${language}/${page}`;

/** Here, as a path with query: what `returnTo` says. */
export const here = (): string => location.pathname + location.search;

/** A page that leads back here afterwards. */
export const toAndBack = (page: string): string => `${to(page)}?returnTo=${encodeURIComponent(here())}`;

/** Another page that knows where this one was to lead back to. */
export function toOn(page: string): string {
  const back = new URLSearchParams(location.search).get('returnTo');
  return back ? `${to(page)}?returnTo=${encodeURIComponent(back)}` : to(page);
}

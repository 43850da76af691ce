import {language} from '../i18n';

/** The address of a page in this document's language: `to('videos')` is `/fr/videos`. */
export const to = (page = ''): string => `/${language}/${page}`;

/** Here, as a path with query: what `returnTo` says. */
export const here = (): string => location.pathname + location.search;

/** A page that leads back here afterwards. */
export const toAndBack = (page: string): string => `${to(page)}?returnTo=${encodeURIComponent(here())}`;

import type {ComponentType} from 'preact';
import {askAhead} from '../api/ahead';
import {language} from '../i18n/language';
import type {Area} from '../i18n/messages';
import {isPossible, narrowing, readFilter, writeFilter} from '../lists/filter';
import {PAGE, places} from '../lists/places';

/** A page: where it is below the language, what it says, and the script that it is in. */
export interface Page {
  readonly path: string;
  readonly areas: readonly Area[];
  readonly chunk: () => Promise<ComponentType>;
  /** Asks the API ahead for what it will ask for first. */
  readonly ahead?: (id: string) => void;
}

const accounts = () => import('./accounts');
const catalogue = () => import('./catalogue');
const editors = () => import('./editors');
const taken = () => import('./taken');
const texts = () => import('./texts');

/** What is said in a video, where that is known; named here, where the chunks of all others are. */
export const words = () => import('../transcript/words');

/** The page of a video, and what plays one. */
export const player = () => import('./video');

/** What goes with clips: for who has asked for some. */
export const beside = () => import('../beside/beside');

const terms = () => askAhead('/v1/terms');

/** Every page. Its words and its script are loaded when somebody goes there; those of one visit are one script. */
export const PAGES: readonly Page[] = [
  {path: '', areas: ['home'], chunk: async () => (await catalogue()).Home, ahead: home},
  {path: 'videos', areas: ['videos'], chunk: async () => (await catalogue()).Videos, ahead: videos},
  {
    path: 'videos/:id',
    areas: ['video', 'clipper', 'clip', 'ticket'],
    chunk: async () => (await player()).default,
    ahead: video,
  },
  {path: 'search', areas: ['search'], chunk: async () => (await import('./search')).default},
  {path: 'sign-in', areas: ['account'], chunk: async () => (await accounts()).SignIn},
  {path: 'sign-up', areas: ['account'], chunk: async () => (await accounts()).SignUp, ahead: terms},
  {path: 'sign-up/code', areas: ['account'], chunk: async () => (await accounts()).SignUpCode},
  {path: 'sign-up/done', areas: ['account'], chunk: async () => (await accounts()).SignUpDone},
  {path: 'reset', areas: ['account'], chunk: async () => (await accounts()).Reset},
  {path: 'reset/code', areas: ['account'], chunk: async () => (await accounts()).ResetCode},
  {path: 'reset/password', areas: ['account'], chunk: async () => (await accounts()).ResetPassword},
  {path: 'reset/done', areas: ['account'], chunk: async () => (await accounts()).ResetDone},
  {path: 'account', areas: ['account', 'me'], chunk: async () => (await accounts()).Account},
  {path: 'account/password', areas: ['account', 'me'], chunk: async () => (await accounts()).AccountPassword},
  {path: 'account/email', areas: ['account', 'me'], chunk: async () => (await accounts()).AccountEmail},
  {path: 'account/email/code', areas: ['account'], chunk: async () => (await accounts()).AccountEmailCode},
  {path: 'account/letters', areas: ['account', 'me'], chunk: async () => (await accounts()).AccountLetters},
  {path: 'account/sessions', areas: ['account', 'me'], chunk: async () => (await accounts()).AccountSessions},
  {path: 'account/data', areas: ['account', 'me'], chunk: async () => (await accounts()).AccountData},
  {path: 'clips', areas: ['files', 'clip', 'ticket'], chunk: async () => (await taken()).Clips},
  {path: 'downloads', areas: ['files', 'ticket'], chunk: async () => (await taken()).Downloads},
  {path: 'editor', areas: ['editor'], chunk: async () => (await editors()).Editor},
  {path: 'editor/:id', areas: ['editor'], chunk: async () => (await editors()).EditorVideo},
  {path: 'terms', areas: ['legal'], chunk: async () => (await texts()).Terms, ahead: terms},
  {path: 'privacy', areas: ['legal'], chunk: async () => (await texts()).Privacy},
  {path: 'accessibility', areas: ['legal'], chunk: async () => (await texts()).Accessibility},
];

/** What stands at an address that is no page's. */
export const MISSING: Page = {path: '', areas: ['missing'], chunk: async () => (await texts()).Missing};

/** The page of an address, and the part of it that stands for `:id`. */
export function pageAt(pathname: string): {page: Page; id: string} {
  const [, ...parts] = pathname.split('/').filter(Boolean);
  const [first = '', id = ''] = parts.length === 2 && /^(videos|editor)$/.test(parts[0] ?? '') ? parts : [];
  const wanted = id ? `${first}/:id` : parts.join('/');
  return {page: PAGES.find((one) => one.path === wanted) ?? MISSING, id};
}

function home(): void {
  askAhead('/v1/videos?limit=4');
  askAhead('/v1/events');
}

function videos(): void {
  askAhead('/v1/events');
  const filter = readFilter(Object.fromEntries(new URLSearchParams(location.search)));
  // A list that somebody comes back to is read as far as it was.
  if (!isPossible(filter) || places().some(({key}) => key === `videos${writeFilter(filter)}`)) return;
  askAhead(`/v1/videos?${new URLSearchParams({...narrowing(filter), limit: `${PAGE}`})}`);
}

function video(id: string): void {
  if (/^[\w-]+$/.test(id)) askAhead(`/v1/videos/${id}?lang=${language}`, 'no-cache');
}

import {signal} from '@preact/signals';
import {language} from '../i18n';
import {Problem} from './problem';
import type {components} from './schema';

type OpenSession = components['schemas']['OpenSession'];

/**
 * Who is signed in, as far as this tab knows. `unknown` lasts from the start until the first refresh is answered, in browsers that
 * signed in before; `lost` means that the server could not be asked, and that the session may well live.
 */
export type Session =
  | {state: 'unknown' | 'out' | 'lost'}
  | {state: 'in'; accountId: string; name: string | undefined; editor: boolean};

/** Only says that it is worth asking for a refresh; no secret (a stranger's visit costs no call). */
const FLAG = 'clipdesk.signed-in';
/** A rotated refresh token is good for ten more seconds: within these a lost answer is asked for again. */
const GRACE = 9_000;
/** Renewed this long before it ends, so that no request starts with a token that dies on the way. */
const MARGIN = 20_000;

const told = new BroadcastChannel('clipdesk.session');
const remembered = () => storage()?.getItem(FLAG) === '1';

export const session = signal<Session>({state: remembered() ? 'unknown' : 'out'});

// The access token stays in memory: no storage, no address, no log. `ends` is on this page's monotonic clock, so that a computer
// whose clock is wrong, or is set, changes nothing.
let current: {token: string; ends: number} | undefined;
let renewing: Promise<string> | undefined;

type Word = {kind: 'in'; opened: OpenSession; sent: number} | {kind: 'out'};

told.onmessage = ({data}: MessageEvent<Word>) => {
  if (data.kind === 'out') leave();
  else take(data.opened, Math.max(0, Date.now() - data.sent));
};

/** At load: asks once whether the session of before still lives. */
export async function resume(): Promise<void> {
  if (session.value.state !== 'unknown') return;
  await renew().catch(() => undefined);
}

/** Signs in; the answer for every failure is one {@link Problem}, `sign-in-failed`. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await post('/v1/sessions', {email, password});
  if (!response.ok) throw await Problem.of(response);
  open((await response.json()) as OpenSession);
}

/** Ends this session here and in every tab. Where the server can not be reached the cookie stays, and that is thrown. */
export async function signOut(): Promise<void> {
  const response = await fetch('/v1/sessions/current', {
    method: 'DELETE',
    headers: {'X-Clipdesk-Client': 'web'},
  }).catch(() => {
    throw Problem.lost();
  });
  if (!response.ok) throw await Problem.of(response);
  ended();
}

/** The server has ended the session (a new password, a deleted account): all tabs follow. */
export function ended(): void {
  leave();
  told.postMessage({kind: 'out'} satisfies Word);
}

/** A token that is good for the next seconds at least. Thrown: `unauthenticated`, or that the server could not be asked. */
export async function accessToken(): Promise<string> {
  return current && current.ends - performance.now() > MARGIN ? current.token : renew();
}

/**
 * Another token than the given one: one refresh at a time in this tab and, by a lock, in all of them.
 *
 * @param refused the token that was refused; if somebody has renewed it since, theirs is the answer
 */
export function renew(refused?: string): Promise<string> {
  renewing ??= refresh(refused).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function refresh(refused: string | undefined): Promise<string> {
  const before = current?.token;
  const first = await navigator.locks.request('clipdesk.refresh', {ifAvailable: true}, (lock) =>
    lock ? exchange() : undefined,
  );
  if (first) return first;
  return navigator.locks.request('clipdesk.refresh', async () => {
    // The tab that held the lock tells its token; the word may come a moment after the lock.
    for (let wait = 0; wait < 10 && current?.token === before; wait++) await pause(20);
    return current && current.token !== before && current.token !== refused ? current.token : exchange();
  });
}

async function exchange(): Promise<string> {
  const until = performance.now() + GRACE;
  for (let wait = 500; ; wait *= 2) {
    const response = await post('/v1/sessions/refresh', {}).catch(() => undefined);
    if (response?.ok) {
      const opened = await response.json().catch(() => undefined);
      if (opened) {
        open(opened as OpenSession);
        return (opened as OpenSession).accessToken;
      }
    }
    if (response?.status === 401) {
      ended();
      throw new Problem('unauthenticated', 401);
    }
    const passing = !response || response.ok || response.status >= 500 || response.status === 429;
    if (!passing || performance.now() + wait > until) {
      if (session.value.state === 'unknown') session.value = {state: 'lost'};
      throw response && !response.ok ? await Problem.of(response) : Problem.lost();
    }
    await pause(wait);
  }
}

function open(opened: OpenSession): void {
  take(opened, 0);
  told.postMessage({kind: 'in', opened, sent: Date.now()} satisfies Word);
}

function take(opened: OpenSession, age: number): void {
  current = {token: opened.accessToken, ends: performance.now() + opened.expiresIn * 1000 - age};
  storage()?.setItem(FLAG, '1');
  const {accountId, name, editor} = opened.account;
  session.value = {state: 'in', accountId, name, editor};
}

function leave(): void {
  current = undefined;
  storage()?.removeItem(FLAG);
  session.value = {state: 'out'};
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Clipdesk-Client': 'web', 'Accept-Language': language},
    body: JSON.stringify(body),
  }).catch(() => {
    throw Problem.lost();
  });
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

// Private windows and policies may forbid storage; then each load asks nothing, and a reload signs out.
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

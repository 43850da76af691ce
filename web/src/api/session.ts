import {signal} from '@preact/signals';
import {language} from '../i18n';
import {learn} from '../lib/clock';
import {PATIENCE} from './ahead';
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
/** Whoever changes the cookie holds this lock of all tabs: a refusal of the old cookie would take a new one away. */
const LOCK = 'clipdesk.cookie';
/** A rotated refresh token is good for ten more seconds: within these a lost answer is asked for again. */
const GRACE = 9_000;
/** A refresh that hangs may have lost its answer: it is asked again while the grace lasts, and then waited for. */
const HANGING = 4_000;
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
// A page that comes back out of the browser's memory has missed what was told meanwhile.
addEventListener('pageshow', ({persisted}) => {
  if (persisted && !remembered()) leave();
});
addEventListener('online', () => void resume());

/** At load, and when the connection is back: asks whether the session of before still lives. */
export async function resume(): Promise<void> {
  const {state} = session.value;
  if (state === 'unknown' || state === 'lost') await renew().catch(() => undefined);
}

/** Signs in; the answer for every failure is one {@link Problem}, `sign-in-failed`. */
export function signIn(email: string, password: string): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    const response = await send('POST', '/v1/sessions', {email, password});
    if (!response.ok) throw await Problem.of(response);
    const opened = await read(response);
    if (!opened) throw Problem.lost();
    open(opened);
  });
}

/** Ends this session here and in every tab. Where the server can not be reached the cookie stays, and that is thrown. */
export function signOut(): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    const response = await send('DELETE', '/v1/sessions/current');
    if (!response.ok) throw await Problem.of(response);
    ended();
  });
}

/** The server has ended the session (a new password, a deleted account): all tabs follow. */
export function ended(): void {
  leave();
  told.postMessage({kind: 'out'} satisfies Word);
}

/** A token that is good for the next seconds at least. Thrown: `unauthenticated`, or that the server could not be asked. */
export async function accessToken(): Promise<string> {
  return current && current.ends - performance.now() > MARGIN ? current.token : renew(current?.token);
}

/**
 * Another token than the given one: one refresh at a time in this tab and, by a lock, in all of them.
 *
 * @param refused the token that was refused or ends; if somebody has renewed it since, theirs is the answer
 */
export async function renew(refused?: string): Promise<string> {
  if (session.value.state === 'out') throw new Problem('unauthenticated', 401);
  if (current && current.token !== refused) return current.token;
  renewing ??= refresh(refused).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function refresh(refused: string | undefined): Promise<string> {
  const alone = await navigator.locks.request(LOCK, {ifAvailable: true}, async (lock) =>
    lock ? exchange() : undefined,
  );
  if (alone) return alone;
  return navigator.locks.request(LOCK, async () => {
    // The tab that held the lock tells what came of it; the word may come a moment after the lock.
    const same = () => current?.token === refused && session.value.state !== 'out';
    for (let wait = 0; wait < 10 && same(); wait++) await pause(20);
    if (session.value.state === 'out') throw new Problem('unauthenticated', 401);
    return current && current.token !== refused ? current.token : exchange();
  });
}

async function exchange(): Promise<string> {
  const until = performance.now() + GRACE;
  for (let wait = 500; ; wait *= 2) {
    const last = performance.now() + HANGING + wait > until;
    const response = await send('POST', '/v1/sessions/refresh', {}, last ? PATIENCE : HANGING).catch(
      () => undefined,
    );
    if (response?.status === 401) {
      ended();
      throw new Problem('unauthenticated', 401);
    }
    const opened = response?.ok ? await read(response) : undefined;
    if (opened) {
      open(opened);
      return opened.accessToken;
    }
    const passing = !response || response.ok || response.status >= 500 || response.status === 429;
    if (!passing || !navigator.onLine || performance.now() + wait > until) {
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
  const old = session.value;
  if (old.state === 'in' && old.accountId === accountId && old.name === name && old.editor === editor) return;
  session.value = {state: 'in', accountId, name, editor};
}

function leave(): void {
  current = undefined;
  storage()?.removeItem(FLAG);
  session.value = {state: 'out'};
}

async function send(method: string, path: string, body?: object, patience = PATIENCE): Promise<Response> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        ...(body && {'Content-Type': 'application/json'}),
        'X-Clipdesk-Client': 'web',
        'Accept-Language': language,
      },
      ...(body && {body: JSON.stringify(body)}),
      signal: AbortSignal.timeout(patience),
    });
    learn(response.headers);
    return response;
  } catch {
    throw Problem.lost();
  }
}

/** An open session, or nothing where the answer was cut off. */
async function read(response: Response): Promise<OpenSession | undefined> {
  const opened = (await response.json().catch(() => undefined)) as OpenSession | undefined;
  return opened?.accessToken ? opened : undefined;
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

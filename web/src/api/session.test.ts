import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type * as SessionModule from './session';

type Tab = typeof SessionModule;
type Answer = () => Promise<Response>;

const ACCOUNT = {accountId: 'a1', name: 'A. Martin', editor: false};
const opened = (accessToken: string, expiresIn = 900) =>
  new Response(JSON.stringify({tokenType: 'Bearer', accessToken, expiresIn, account: ACCOUNT}), {
    status: 200,
  });
const problem = (status: number, code: string, headers = {}) =>
  new Response(JSON.stringify({code, status}), {status, headers});

/** Answers of the server in the order they are asked for, each asked once. */
let answers: Answer[];
let asked: string[];

const listeners = new Set<Channel>();
/** Tells all other tabs of the browser, a moment later. */
class Channel {
  onmessage: ((event: {data: unknown}) => void) | null = null;
  constructor() {
    listeners.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of listeners)
      if (other !== this) setTimeout(() => other.onmessage?.({data: structuredClone(data)}), 5);
  }
}

/** One lock manager for all tabs, first come, first served. */
function locks() {
  let tail: Promise<unknown> = Promise.resolve();
  let held = 0;
  return {
    request: (_: string, ...rest: unknown[]) => {
      const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
      if ((rest[0] as {ifAvailable?: boolean}).ifAvailable && held > 0) return work(null);
      held++;
      const result = tail.then(() => work({}));
      tail = result.catch(() => undefined).then(() => held--);
      return result;
    },
  };
}

/** A tab of the same browser: its own memory, the same storage, locks and cookie. */
async function tab(): Promise<Tab> {
  vi.resetModules();
  return import('./session');
}

async function settled<T>(work: Promise<T>): Promise<T> {
  const done = work.then(
    (value) => ({value}),
    (cause: unknown) => ({cause}),
  );
  await vi.advanceTimersByTimeAsync(40_000);
  const result = await done;
  if ('cause' in result) throw result.cause;
  return result.value;
}

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date']});
  localStorage.clear();
  listeners.clear();
  answers = [];
  asked = [];
  vi.stubGlobal('BroadcastChannel', Channel);
  const manager = locks();
  Object.defineProperty(navigator, 'locks', {configurable: true, get: () => manager});
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => true});
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  });
  vi.stubGlobal('fetch', (path: string, {method, signal}: RequestInit) => {
    asked.push(`${method} ${path}`);
    const answer = answers.shift();
    if (!answer) throw new Error(`nobody answers ${method} ${path}`);
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('timeout', 'TimeoutError')));
      setTimeout(() => answer().then(resolve, reject), 50);
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const REFRESH = 'POST /v1/sessions/refresh';

describe('a browser', () => {
  test('that never signed in asks nothing', async () => {
    const {resume, session, accessToken} = await tab();
    await resume();

    expect(session.value).toEqual({state: 'out'});
    await expect(accessToken()).rejects.toMatchObject({code: 'unauthenticated'});
    expect(asked).toEqual([]);
  });

  test('that signed in before goes on after a load, with a token in memory only', async () => {
    localStorage.setItem('clipdesk.signed-in', '1');
    answers = [async () => opened('t1')];
    const {resume, session, accessToken} = await tab();
    expect(session.value.state).toBe('unknown');
    await settled(resume());

    expect(session.value).toMatchObject({state: 'in', accountId: 'a1'});
    expect(await accessToken()).toBe('t1');
    expect(JSON.stringify({...localStorage, ...sessionStorage})).not.toContain('t1');
  });

  test('whose cookie is gone is signed out, and asks no second time', async () => {
    localStorage.setItem('clipdesk.signed-in', '1');
    answers = [async () => problem(401, 'unauthenticated')];
    const {resume, session, accessToken} = await tab();
    await settled(resume());

    expect(session.value.state).toBe('out');
    await expect(accessToken()).rejects.toMatchObject({code: 'unauthenticated'});
    expect(asked).toEqual([REFRESH]);
  });

  test('that cannot reach the server stays signed in as far as it knows, and asks again when it is back', async () => {
    localStorage.setItem('clipdesk.signed-in', '1');
    answers = Array.from({length: 20}, () => () => Promise.reject(new TypeError('no network')));
    const {resume, session} = await tab();
    await settled(resume());
    expect(session.value.state).toBe('lost');
    expect(localStorage.getItem('clipdesk.signed-in')).toBe('1');

    answers = [async () => opened('t1')];
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.value.state).toBe('in');
  });
});

async function signedIn(token = 't1', expiresIn = 900): Promise<Tab> {
  answers = [async () => opened(token, expiresIn)];
  const one = await tab();
  await settled(one.signIn('a@b.example', 'secret'));
  asked = [];
  return one;
}

describe('a token', () => {
  test('is used until shortly before its end, and renewed then, once for all who ask', async () => {
    const {accessToken} = await signedIn('t1', 100);
    vi.advanceTimersByTime(39_000);
    expect(await accessToken()).toBe('t1');
    answers = [async () => opened('t2')];
    vi.advanceTimersByTime(30_000);
    const all = settled(Promise.all([accessToken(), accessToken(), accessToken()]));

    expect(await all).toEqual(['t2', 't2', 't2']);
    expect(asked).toEqual([REFRESH]);
  });

  test('that was refused is not asked for anew when somebody has renewed it since', async () => {
    const {renew} = await signedIn();
    answers = [async () => opened('t2')];
    expect(await settled(renew('t1'))).toBe('t2');

    expect(await settled(renew('t1'))).toBe('t2');
    expect(asked).toEqual([REFRESH]);
  });

  test.each([3_600_000, -3_600_000])('lives its time though the clock is set by %i ms', async (wrong) => {
    const {accessToken} = await signedIn();
    vi.setSystemTime(Date.now() + wrong);

    expect(await accessToken()).toBe('t1');
    expect(asked).toEqual([]);
  });

  test('whose answer was cut off, or hangs, is asked for again within the grace', async () => {
    const {renew} = await signedIn();
    answers = [
      async () => new Response('{"accessToken":"t2', {status: 200}),
      () => new Promise<Response>(() => undefined),
      async () => opened('t3'),
    ];
    const started = Date.now();
    let ended = 0;
    const renewed = renew('t1').then((token) => {
      ended = Date.now();
      return token;
    });

    expect(await settled(renewed)).toBe('t3');
    expect(ended - started).toBeLessThan(9_000);
    expect(asked).toHaveLength(3);
  });

  test('is waited for where the server is slow', async () => {
    const {renew} = await signedIn();
    const slow = () => new Promise<Response>((done) => setTimeout(() => done(opened('t2')), 10_000));
    answers = [slow, slow, slow];

    expect(await settled(renew('t1'))).toBe('t2');
  });

  test('is told by 503 to come later, and the session lives', async () => {
    const {renew, session} = await signedIn();
    answers = Array.from({length: 9}, () => async () => problem(503, 'unavailable', {'Retry-After': '5'}));

    await expect(settled(renew('t1'))).rejects.toMatchObject({code: 'unavailable', retryAfter: 5});
    expect(session.value.state).toBe('in');
  });
});

describe('two tabs', () => {
  async function both(): Promise<[Tab, Tab]> {
    const first = await signedIn();
    const second = await tab();
    answers = [async () => opened('t2')];
    await settled(second.resume());
    asked = [];
    return [first, second];
  }

  test('whose token ends at the same time refresh once, and both go on', async () => {
    const [first, second] = await both();
    answers = [async () => opened('t3')];
    const tokens = await settled(Promise.all([first.renew('t2'), second.renew('t2')]));

    expect(tokens).toEqual(['t3', 't3']);
    expect(asked).toEqual([REFRESH]);
  });

  test('are both signed out when the one refresh is refused', async () => {
    const [first, second] = await both();
    answers = [async () => problem(401, 'unauthenticated')];
    const renewals = Promise.allSettled([first.renew('t2'), second.renew('t2')]);
    await settled(renewals);

    expect((await renewals).map(({status}) => status)).toEqual(['rejected', 'rejected']);
    expect([first.session.value.state, second.session.value.state]).toEqual(['out', 'out']);
    expect(asked).toEqual([REFRESH]);
  });

  test('follow a sign-out and a sign-in', async () => {
    const [first, second] = await both();
    answers = [async () => new Response(null, {status: 204})];
    await settled(first.signOut());
    expect(second.session.value.state).toBe('out');

    answers = [async () => opened('t9')];
    await settled(second.signIn('a@b.example', 'secret'));
    expect(first.session.value).toMatchObject({state: 'in', accountId: 'a1'});
    expect(await first.accessToken()).toBe('t9');
  });

  test('never ask with the old cookie while the other one gets a new one', async () => {
    const [first, second] = await both();
    answers = [async () => opened('t5')];
    const signing = first.signIn('a@b.example', 'secret');
    const renewed = second.renew('t2');

    expect(await settled(renewed)).toBe('t5');
    await settled(signing);
    expect(asked).toEqual(['POST /v1/sessions']);
  });
});

test('a sign-out that the server does not hear of is told, and the session stays', async () => {
  const {signOut, session} = await signedIn();
  answers = [() => Promise.reject(new TypeError('no network'))];

  await expect(settled(signOut())).rejects.toMatchObject({code: 'unreachable'});
  expect(session.value.state).toBe('in');
});

test('a wrong password is one problem, and nobody is signed in', async () => {
  const {signIn, session} = await tab();
  answers = [async () => problem(401, 'sign-in-failed')];

  await expect(settled(signIn('a@b.example', 'wrong'))).rejects.toMatchObject({code: 'sign-in-failed'});
  expect(session.value.state).toBe('out');
});

test('a page out of the browser’s memory follows a sign-out that it missed', async () => {
  const {session} = await signedIn();
  localStorage.removeItem('clipdesk.signed-in');
  window.dispatchEvent(Object.assign(new Event('pageshow'), {persisted: true}));

  expect(session.value.state).toBe('out');
});

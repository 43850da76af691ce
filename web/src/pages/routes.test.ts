import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {askedAhead} from '../api/ahead';
import {MISSING, PAGES, pageAt} from './routes';

describe('the page of an address', () => {
  it('is found below any language, with or without a slash at its end', () => {
    for (const page of PAGES)
      for (const path of [`/fr/${page.path}`, `/uk/${page.path}/`, `/en//${page.path}`])
        expect(pageAt(path.replace(':id', 'a-b')).page, path).toBe(page);
  });

  it('is that of a video only with one part behind it, which is its id', () => {
    expect(pageAt('/fr/videos/a-b').id).toBe('a-b');
    expect(pageAt('/fr/videos/').page.path).toBe('videos');
    expect(pageAt('/fr/videos/a/b').page).toBe(MISSING);
    expect(pageAt('/fr/clips/a').page).toBe(MISSING);
    expect(pageAt('/fr/nothing').page).toBe(MISSING);
    expect(pageAt('/fr/videos/:id').page.path).toBe('videos/:id');
  });
});

describe('what is asked ahead', () => {
  const asked: string[] = [];
  const ahead = (address: string) => {
    asked.length = 0;
    history.replaceState(null, '', address);
    const {page, id} = pageAt(location.pathname);
    page.ahead?.(id);
    return [...asked];
  };

  beforeEach(() => {
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      return new Response(path);
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    sessionStorage.clear();
  });

  it('is what each page asks for first', () => {
    expect(ahead('/fr/')).toEqual(['/v1/videos?limit=4', '/v1/events']);
    expect(ahead('/fr/videos')).toEqual(['/v1/events', '/v1/videos?limit=20']);
    expect(ahead('/fr/videos?event=a-b&from=2026-02-12')).toEqual([
      '/v1/events',
      '/v1/videos?event=a-b&from=2026-02-12&limit=20',
    ]);
    expect(ahead('/fr/videos/a-b?t=1')).toEqual(['/v1/videos/a-b?lang=fr']);
    expect(ahead('/fr/sign-up')).toEqual(['/v1/terms']);
    expect(ahead('/fr/account')).toEqual([]);
  });

  it('is nothing that the API would refuse, or that the page will ask for in another way', () => {
    expect(ahead('/fr/videos?event=A%20B')).toEqual(['/v1/events']);
    expect(ahead('/fr/videos?from=2026-02-12&to=2026-02-11')).toEqual(['/v1/events']);
    expect(ahead('/fr/videos/a%2Fb')).toEqual([]);
    sessionStorage.setItem('clipdesk.places', JSON.stringify([{key: 'videos', shown: 40, y: 900}]));
    expect(ahead('/fr/videos')).toEqual(['/v1/events']);
  });

  it('is answered once, and to that question alone', async () => {
    ahead('/fr/sign-up');
    const question = (path: string, method = 'GET') =>
      askedAhead(new Request(location.origin + path, {method}));
    expect(question('/v1/terms', 'POST')).toBeUndefined();
    expect(question('/v1/terms?a=b')).toBeUndefined();
    expect(await (await question('/v1/terms'))?.text()).toBe('/v1/terms');
    expect(question('/v1/terms')).toBeUndefined();
  });

  it('that fails is heard of by the page', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    ahead('/fr/terms');
    await expect(askedAhead(new Request(`${location.origin}/v1/terms`))).rejects.toThrow('no network');
  });
});

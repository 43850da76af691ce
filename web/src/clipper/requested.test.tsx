import {signal} from '@preact/signals';
import {cleanup, renderHook, waitFor} from '@testing-library/preact';
import {afterEach, expect, it, vi} from 'vitest';
import {useRequested} from './requested';

vi.mock('../api/session', async () => ({
  accessToken: async () => 'token',
  renew: async () => 'token',
  session: signal({state: 'in', accountId: 'a', name: '', editor: false}),
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('finds every clip of a video, on whatever page of a long list it stands', async () => {
  const pages = Array.from({length: 3}, (_, page) => ({
    items: Array.from({length: 100}, (_, at) => ({
      clipId: `${page}-${at}`,
      videoId: at % 50 ? 'another' : 'this',
      status: 'ready',
    })),
    ...(page < 2 && {nextCursor: String(page + 1)}),
  }));
  vi.stubGlobal('fetch', async ({url}: Request) => {
    const page = pages[Number(new URL(url).searchParams.get('cursor') ?? 0)];
    return new Response(JSON.stringify(page), {headers: {'Content-Type': 'application/json'}});
  });
  const {result} = renderHook(() => useRequested('this'));
  await waitFor(() =>
    expect(result.current[0].map(({clipId}) => clipId)).toEqual([
      '0-0',
      '0-50',
      '1-0',
      '1-50',
      '2-0',
      '2-50',
    ]),
  );
});

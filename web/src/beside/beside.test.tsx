import {cleanup, fireEvent, render, screen, waitFor, within} from '@testing-library/preact';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Clip} from '../clips/clips';
import {speak} from '../i18n';
import {EditList, Subtitles} from './beside';

// Signed in: how that is kept has tests of its own. What a browser does with a file is its own.
vi.mock('../api/session', () => ({accessToken: async () => 'token', renew: async () => 'token'}));
const offered: [string, Blob][] = [];
vi.mock('../lib/offer', () => ({offer: (name: string, content: Blob) => offered.push([name, content])}));

const clip = (clipId: string, num = 25) =>
  ({
    clipId,
    videoId: 'a-video',
    status: 'ready',
    label: `Clip ${clipId}`,
    range: {in: {frame: 100}, out: {frame: 150}, frames: 50, durationMs: 2000, frameRate: {num, den: 1}},
  }) as unknown as Clip;
const name = ({label}: Clip) => label ?? '';

const asked: string[] = [];
let languages: object[] = [];
let answer: () => Response;
const refused = (status: number, body: object) => () => new Response(JSON.stringify(body), {status});

beforeAll(() => speak('ui', 'problem', 'ticket', 'beside'));
afterEach(cleanup);
beforeEach(() => {
  asked.length = 0;
  offered.length = 0;
  languages = [{language: 'en', revision: 1}];
  answer = () => new Response('a file');
  vi.stubGlobal('fetch', async ({url}: Request) => {
    const {pathname, search} = new URL(url);
    if (pathname.endsWith('/transcripts')) return new Response(JSON.stringify({items: languages}));
    asked.push(pathname + search);
    return answer();
  });
});

const look = (container: Element) => {
  const details = container.querySelector('details');
  if (!details) throw new Error('nothing to look at');
  details.open = true;
  fireEvent(details, new Event('toggle'));
};
const button = (form: string) => screen.findByRole('button', {name: new RegExp(`^${form}`)});

describe('subtitles of a clip', () => {
  it('are a file in each form, named by its pictures', async () => {
    const {container} = render(<Subtitles clip={clip('a')} name="Clip a" />);
    look(container);
    (await button('SRT')).click();
    await screen.findByText(/a-video\.100-149\.en\.srt/);
    expect(asked).toEqual(['/v1/clips/a/subtitles?language=en&format=srt']);
    expect(offered[0]?.[0]).toBe('a-video.100-149.en.srt');
    expect(await offered[0]?.[1].text()).toBe('a file');
  });

  it('are none without a transcript, and none by times that nobody heard', async () => {
    languages = [];
    const {container} = render(<Subtitles clip={clip('a')} name="Clip a" />);
    look(container);
    await screen.findByText(/pas encore de transcription/);
    cleanup();
    languages = [{language: 'uk', revision: 1}];
    answer = refused(406, {code: 'not-acceptable'});
    const second = render(<Subtitles clip={clip('a')} name="Clip a" />);
    look(second.container);
    (await button('WebVTT')).click();
    expect((await screen.findByRole('alert')).textContent).toContain('estimations');
    expect(offered).toEqual([]);
  });
});

describe('an edit list', () => {
  const shown = () => {
    const clips = ['a', 'b', 'c'].map((id) => clip(id));
    look(render(<EditList clips={clips} name={name} />).container);
  };
  const choose = (id: string) => screen.getByRole('checkbox', {name: new RegExp(`Clip ${id}`)}).click();

  it('has the clips in the order in which they were chosen', async () => {
    shown();
    for (const id of ['c', 'a', 'b', 'c']) choose(id);
    await screen.findByText('2 extraits choisis');
    const second = screen.getByRole('checkbox', {name: /Clip b/}).closest('li') as HTMLElement;
    within(second).getByText('Numéro 2 de la liste');
    (await button('CMX3600')).click();
    await waitFor(() => expect(offered[0]?.[0]).toBe('clips.edl'));
    expect(asked).toEqual(['/v1/edit-lists?clips=a%2Cb&format=edl&lang=fr']);
  });

  it('is not asked for without a clip, and says why clips do not go together', async () => {
    shown();
    (await button('OTIO')).click();
    screen.getByText('Choisissez au moins un extrait.');
    expect(asked).toEqual([]);
    choose('a');
    const errors = [{pointer: 'query:clips', code: 'mixed-rates', detail: 'One rate'}];
    answer = refused(422, {code: 'validation', errors});
    (await button('OTIO')).click();
    expect((await screen.findByRole('alert')).textContent).toContain('images par seconde');
  });
});

import {beforeAll, expect, it, vi} from 'vitest';
import {speak} from '../i18n';
import {wordsOf} from './files';

vi.mock('../api/session', () => ({session: {value: {state: 'out'}}}));
beforeAll(() => speak('video'));

it('says in words what a rendition is good for, by its picture and not by its name', () => {
  const said = ([width, height]: [number?, number?]) =>
    wordsOf({...(width && {width}), ...(height && {height})});
  const FULL = 'Full HD, pour la diffusion';
  expect([[3840, 2160] as [number, number], [4096, 1716] as [number, number]].map(said)).toEqual([
    '4K, pour la diffusion',
    '4K, pour la diffusion',
  ]);
  // 16:9, cinema, upright, and old video with pixels that are not square.
  for (const size of [
    [1920, 1080],
    [1920, 804],
    [1080, 1920],
    [1440, 1080],
  ] as [number, number][])
    expect(said(size)).toBe(FULL);
  expect(said([1280, 720])).toBe('HD, pour le web');
  expect(said([960, 540])).toBe('Petit format, pour le visionnage');
  expect(said([])).toBe('Fichier vidéo');
});

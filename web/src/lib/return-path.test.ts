import fc from 'fast-check';
import {expect, test} from 'vitest';
import vectors from '../../../vectors/return-paths.json';
import {inThisLanguage, returnPath} from './return-path';

test.each(vectors.paths)('$path is kept: $kept', ({path, kept}) => {
  expect(returnPath(path)).toBe(kept ? path : '/fr/');
});

test('whatever is asked for, a browser stays here and below a language', () => {
  const parts = fc.constantFrom(
    '/',
    '//',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    '%2e',
    'fr',
    'e.example',
    '?',
    '#',
    ':',
    '@',
    'x',
  );
  fc.assert(
    fc.property(
      fc.array(parts, {maxLength: 9}).map((all) => `/fr/${all.join('')}`),
      (asked) => {
        const url = new URL(returnPath(asked), 'https://clipdesk.example/uk/page');
        expect(url.origin).toBe('https://clipdesk.example');
        expect(url.pathname).toMatch(/^\/fr(\/|$)/);
      },
    ),
    {numRuns: 2000},
  );
});

test('a page is gone back to in the language of now', () => {
  expect(inThisLanguage('/uk/videos/x?t=1,2')).toBe('/fr/videos/x?t=1,2');
  expect(inThisLanguage('/en')).toBe('/fr');
});

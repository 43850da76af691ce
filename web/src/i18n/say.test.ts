import {describe, expect, test} from 'vitest';
import {compile} from '../../tools/texts.mjs';
import {fill} from './say';

const say = (text: string, args: Record<string, unknown>, locale: string) =>
  fill(compile({text}).text as Parameters<typeof fill>[0], args, locale);

describe('a message', () => {
  test('without arguments is itself', () => {
    expect(say('Vidéos pour la presse', {}, 'fr-FR')).toBe('Vidéos pour la presse');
  });

  test('takes its arguments as they are', () => {
    expect(say('{a} and {b}', {a: 'x', b: 3}, 'en-GB')).toBe('x and 3');
  });

  test.each([
    [1, '1 відео'],
    [2, '2 файли'],
    [5, '5 файлів'],
    [21, '21 відео'],
    [22, '22 файли'],
    [1.5, '1,5 файлу'],
  ])('takes the plural form of its language: %d', (n, words) => {
    const text = '{n, plural, one {# відео} few {# файли} many {# файлів} other {# файлу}}';
    expect(say(text, {n}, 'uk-UA')).toBe(words);
  });

  test('prefers the exact form', () => {
    expect(say('{n, plural, =0 {none} one {one} other {#}}', {n: 0}, 'en-GB')).toBe('none');
  });

  test('keeps the number of the plural inside a choice', () => {
    const text = '{n, plural, one {# clip} other {{kind, select, big {# big clips} other {# clips}}}}';
    expect(say(text, {n: 1200, kind: 'big'}, 'en-GB')).toBe('1,200 big clips');
    expect(say(text, {n: 2, kind: 'odd'}, 'en-GB')).toBe('2 clips');
  });

  test('counts places by the ordinal forms', () => {
    expect(say('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', {n: 22}, 'en-GB')).toBe(
      '22nd',
    );
  });
});

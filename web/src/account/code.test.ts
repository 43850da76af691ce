import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readCode} from './code';

test.each([
  ['493027', '493027'],
  ['  493 027 ', '493027'],
  ['493\u00a0027', '493027'],
  ['493\u202f027', '493027'],
  ['4 9 3 0 2 7', '493027'],
  ['493-027', '493027'],
  ['493–027', '493027'],
  ['\u200b493\u2060027\ufeff', '493027'],
  ['４９３０２７', '493027'],
  ['Your code is 493027. It is valid for 30 minutes.', '493027'],
  ['Votre code : 493 027. Valable 30 minutes, jusqu’à 15 h 32', '493027'],
  ['Код: 493027\nДіє 30 хвилин. Код 493027', '493027'],
  ['2026-11-27 08:19 code 493027', '493027'],
  ['', undefined],
  ['49302', undefined],
  ['4930271', undefined],
  ['493027 and 111111', undefined],
  ['no code', undefined],
])('%j is read as %s', (text, code) => {
  expect(readCode(text)).toBe(code);
});

test('any grouping of six digits is that code', () => {
  const blank = fc.constantFrom('', ' ', '\u00a0', '\u202f', '-', '\t', '\u2011');
  const digit = fc.integer({min: 0, max: 9});
  fc.assert(
    fc.property(fc.array(fc.tuple(digit, blank), {minLength: 6, maxLength: 6}), (typed) => {
      expect(readCode(typed.map(([one, between]) => one + between).join(''))).toBe(
        typed.map(([one]) => one).join(''),
      );
    }),
  );
});

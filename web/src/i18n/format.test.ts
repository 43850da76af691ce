import {beforeAll, describe, expect, it, vi} from 'vitest';
import {figures, plural} from './figures';

const DAYS = Array.from({length: 366}, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)));
const written = (date: Date) => date.toISOString().slice(0, 10);

describe.each([
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
  ['uk', 'uk-UA'],
])('in %s', (language, locale) => {
  let format: typeof import('./format');

  beforeAll(async () => {
    document.documentElement.lang = language;
    vi.resetModules();
    format = await import('./format');
    await (await import('./index')).speak('ui');
  });

  // French people write the first of a month as 1er; CLDR does not know.
  const first = (words: string) => (language === 'fr' ? words.replace(/\b1 (?=\p{L})/u, '1er ') : words);

  it('days are those of CLDR', () => {
    const long = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'});
    const week = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    for (const date of DAYS) {
      expect(format.day(written(date))).toBe(first(long.format(date)));
      expect(format.weekday(written(date))).toBe(first(week.format(date)));
    }
  });

  it('instants are those of CLDR, by the clock of this computer', () => {
    const long = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeStyle: 'short'});
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 10.7 * 3600_000)
      expect(format.instant(at)).toBe(first(long.format(at)));
  });

  it('languages have the names of CLDR, those without a name among our words too', () => {
    const names = new Intl.DisplayNames(locale, {type: 'language'});
    const ours = 'ar bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro ru sk sl sv tr uk zh';
    for (const tag of [...ours.split(' '), 'hy', 'ka', 'pt-BR', 'sw', 'other'])
      expect(format.languageName(tag)).toBe(names.of(tag));
    expect(format.languageName('not a tag')).toBe('not a tag');
  });

  it('the days of a span are told once where both are one, and their month once', () => {
    const words = {
      fr: ['1er février', '1–3 février', '31 janvier\u00a0– 1er février', '31 décembre\u00a0– 2 janvier'],
      en: ['1 February', '1–3 February', '31 January\u00a0– 1 February', '31 December\u00a0– 2 January'],
      uk: ['1 лютого', '1–3 лютого', '31 січня\u00a0– 1 лютого', '31 грудня\u00a0– 2 січня'],
    }[language];
    expect([
      format.span('2026-02-01', '2026-02-01'),
      format.span('2026-02-01', '2026-02-03'),
      format.span('2026-01-31', '2026-02-01'),
      format.span('2026-12-31', '2027-01-02'),
    ]).toEqual(words);
  });

  it('figures and plural forms are those of CLDR', () => {
    const forms = new Intl.PluralRules(locale);
    const values = [
      0.25, 1.5, 23.976, 29.97, 0.005, 1.005, 999.9, 1000.05, 999_999.5, 1e6, 3e6, 1.2e12, 1011, 1021,
    ];
    const numbers = [0, 1, 2, 3].map(
      (maximumFractionDigits) => new Intl.NumberFormat(locale, {maximumFractionDigits}),
    );
    for (const value of [...Array.from({length: 125}, (_, at) => at), ...values]) {
      expect(plural(value, locale), `${value}`).toBe(forms.select(value));
      for (const [digits, format] of numbers.entries())
        expect(figures(value, digits, locale)).toBe(format.format(value));
    }
  });

  it('sizes, lengths and lists are those of CLDR', () => {
    // Some of CLDR's spaces may break a line, and others may not, without a rule.
    const plain = (words: string) => words.replace(/\s/g, ' ');
    const unit = (value: number, name: string, unitDisplay: 'long' | 'short') =>
      value.toLocaleString(locale, {style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1});
    for (const n of [0, 1, 2, 5, 11, 21, 999])
      expect(plain(format.size(n))).toBe(plain(unit(n, 'byte', 'long')));
    for (const [bytes, n, name] of [
      [1000, 1, 'kilobyte'],
      [1.25e6, 1.3, 'megabyte'],
      [2.5e9, 2.5, 'gigabyte'],
      [1.2e16, 12_000, 'terabyte'],
    ] as const)
      expect(plain(format.size(bytes))).toBe(plain(unit(n, name, 'short')));
    const both = new Intl.ListFormat(locale, {type: 'unit', style: 'long'});
    for (const [first, second, big, small, seconds] of [
      ['day', 'hour', 5, 21, 5 * 86400 + 21 * 3600 + 59],
      ['hour', 'minute', 2, 11, 2 * 3600 + 11 * 60 + 5],
      ['minute', 'second', 22, 1, 22 * 60 + 1],
    ] as const)
      expect(plain(format.length(1000 * seconds))).toBe(
        plain(both.format([unit(big, first, 'long'), unit(small, second, 'long')])),
      );
    expect(plain(format.length(0))).toBe(plain(unit(0, 'second', 'long')));
    expect(plain(format.length(3_600_000))).toBe(plain(unit(1, 'hour', 'long')));
    const all = new Intl.ListFormat(locale, {type: 'conjunction'});
    for (const items of [['A'], ['A', 'B'], ['A', 'B', 'C']])
      expect(format.list(items)).toBe(all.format(items));
    expect(format.list([])).toBe('');
  });
});

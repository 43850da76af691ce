import {beforeAll, describe, expect, it, vi} from 'vitest';

const DAYS = Array.from({length: 366}, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)));
const written = (date: Date) => date.toISOString().slice(0, 10);

describe.each([
  ['fr', 'fr-FR'],
  ['en', 'en-GB'],
  ['uk', 'uk-UA'],
])('days in %s', (language, locale) => {
  let format: typeof import('./format');

  beforeAll(async () => {
    document.documentElement.lang = language;
    vi.resetModules();
    format = await import('./format');
    await (await import('./index')).speak('ui');
  });

  // French people write the first of a month as 1er; CLDR does not know.
  const first = (words: string) => (language === 'fr' ? words.replace(/\b1 (?=\p{L})/u, '1er ') : words);

  it('are those of CLDR', () => {
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

  it('are told once where both are one, and their month once', () => {
    const words = {
      fr: ['1er février', '1–3 février', '31 janvier – 1er février', '31 décembre – 2 janvier'],
      en: ['1 February', '1–3 February', '31 January – 1 February', '31 December – 2 January'],
      uk: ['1 лютого', '1–3 лютого', '31 січня – 1 лютого', '31 грудня – 2 січня'],
    }[language];
    expect([
      format.span('2026-02-01', '2026-02-01'),
      format.span('2026-02-01', '2026-02-03'),
      format.span('2026-01-31', '2026-02-01'),
      format.span('2026-12-31', '2027-01-02'),
    ]).toEqual(words);
  });
});

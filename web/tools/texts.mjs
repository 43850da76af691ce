// What the pages say, from `messages/{language}/{area}.json` (ICU MessageFormat): read, and compiled to data.
import {readdirSync, readFileSync} from 'node:fs';
import {parse} from '@messageformat/parser';

export const LANGUAGES = ['fr', 'en', 'uk'];
const folder = (language) => new URL(`../messages/${language}/`, import.meta.url);

/** Areas that any language has, sorted. */
export const areas = () =>
  [...new Set(LANGUAGES.flatMap((language) => readdirSync(folder(language))))]
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();

/** Messages of an area with their full keys, `area.name`. */
export function read(language, area) {
  let texts;
  try {
    texts = JSON.parse(readFileSync(new URL(`${area}.json`, folder(language)), 'utf8'));
  } catch (cause) {
    if (cause.code === 'ENOENT') return {};
    throw new Error(`messages/${language}/${area}.json: ${cause.message}`);
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${area}.${name}`, text]));
}

/** All messages of each language, by their full keys. */
export const readAll = () =>
  Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.assign({}, ...areas().map((area) => read(language, area))),
    ]),
  );

/**
 * The messages of an area as data, for src/i18n/say.ts: a text, or a list of parts. A part is a text, 0 for the number of the plural
 * that it stands in, `[argument]`, or `[argument, cases, kind]` with kind `plural`, `selectordinal` or `select`.
 */
export function compile(texts) {
  const parts = (tokens) =>
    tokens.map((token) => {
      if (token.type === 'content') return token.value;
      if (token.type === 'octothorpe') return 0;
      if (token.type === 'argument') return [token.arg];
      return [
        token.arg,
        Object.fromEntries(token.cases.map((one) => [one.key, parts(one.tokens)])),
        token.type,
      ];
    });
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const made = parts(parse(text));
      return [key, made.every((part) => typeof part === 'string') ? made.join('') : made];
    }),
  );
}

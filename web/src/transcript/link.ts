/** Words of a revision that a link of somebody selects. */
export interface QuoteLink {
  language: string;
  revision: number;
  from: number;
  to: number;
}

/** Reads `?quote=en.4.12-31`; whatever else stands there is none. */
export function readQuote(quote: string | undefined): QuoteLink | undefined {
  const parts = /^([a-z]{2,3})\.(\d{1,9})\.(\d{1,6})-(\d{1,6})$/.exec(quote ?? '');
  if (!parts) return undefined;
  const [, language = '', revision, from, to] = parts;
  const link = {language, revision: Number(revision), from: Number(from), to: Number(to)};
  return link.from < link.to && link.revision > 0 ? link : undefined;
}

/** The `quote` of some words. */
export const writeQuote = ({language, revision, from, to}: QuoteLink): string =>
  `${language}.${revision}.${from}-${to}`;

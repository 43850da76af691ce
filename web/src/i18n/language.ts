export type Language = 'fr' | 'en' | 'uk';

export const LANGUAGES: readonly Language[] = ['fr', 'en', 'uk'];

/** The language of this document, told by its shell; it never changes while the document lives. */
export const language: Language = LANGUAGES.find((one) => one === document.documentElement.lang) ?? 'fr';

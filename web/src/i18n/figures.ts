// Figures and plural forms of our three languages as CLDR has them. Made here, for the first formatter of Intl looks through all locales
// that there are, which is a long task on a phone; a test holds these to Intl's.

const SIGNS: Readonly<Record<string, readonly [group: string, point: string]>> = {
  en: [',', '.'],
  fr: ['\u202f', ','],
  uk: ['\u00a0', ','],
};

/** A number with the grouping of a locale, and so many digits behind the point at most. */
export function figures(value: number, digits: number, locale: string): string {
  const [group, point] = SIGNS[locale.slice(0, 2)] ?? ['', '.'];
  // By its digits and not by a product, which would make 1.0049 of 1.005.
  const rounded = Number(`${Math.round(Number(`${value}e${digits}`))}e-${digits}`);
  const [whole = '', part] = String(rounded).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (part ? point + part : '');
}

/** The plural form that a number takes in a locale. */
export function plural(value: number, locale: string): 'one' | 'few' | 'many' | 'other' {
  const isWhole = Number.isInteger(value);
  if (locale.startsWith('fr')) {
    if (value < 2) return 'one';
    return isWhole && value % 1e6 === 0 ? 'many' : 'other';
  }
  if (locale.startsWith('uk')) {
    if (!isWhole) return 'other';
    const [ones, tens] = [value % 10, Math.floor(value / 10) % 10];
    if (tens === 1 || ones === 0 || ones > 4) return 'many';
    return ones === 1 ? 'one' : 'few';
  }
  return value === 1 ? 'one' : 'other';
}

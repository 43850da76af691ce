import {language} from '../i18n';

const LONGEST = 512;
const OURS = /^\/(fr|en|uk)([/?#]|$)/;
const RESOLVED = /^[^?#]*(\/\/|\/\.{1,2}([/?#]|$))/;
// What RFC 3986 has no place for (a blank aside, which becomes %20), and what browsers read as something else.
const REFUSED = /[\\"<>^`{|}\p{Cc}\u00a0\p{Zl}\p{Zp}]|[^\P{Zs} ]|^[^?#]*[[\]]|#.*#/u;

/**
 * The path of this portal that was asked for, or the start page where it is not certainly one, so that no link of a stranger leads
 * people elsewhere. The same rule as the API's, with the same table of tests.
 */
export function returnPath(asked: string | null | undefined): string {
  return asked && isOurs(asked) && isOurs(decoded(asked)) ? asked : `/${language}/`;
}

/** The same page in this document's language: somebody may have changed it on the way. */
export const inThisLanguage = (path: string): string => path.replace(OURS, `/${language}$2`);

function isOurs(path: string): boolean {
  return path.length <= LONGEST && OURS.test(path) && !RESOLVED.test(path) && !REFUSED.test(path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

import {language} from '../i18n/language';

/** Longest that the gateway takes to answer, and some more, in milliseconds. */
export const PATIENCE = 32_000;

const asked = new Map<string, Promise<Response>>();

/**
 * Asks the API for what a page will ask for first, while the page itself is still on its way.
 *
 * @param path with its query, as the page will write it
 * @param cache how the page will ask
 */
export function askAhead(path: string, cache: RequestCache = 'default'): void {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = fetch(path, {headers: {'Accept-Language': language}, cache, signal});
  // The page hears of a failure when it takes the answer.
  answer.catch(() => undefined);
  asked.set(path, answer);
}

/** The answer to a request that was asked ahead; each is given once. */
export function askedAhead({method, url}: Request): Promise<Response> | undefined {
  if (method !== 'GET') return undefined;
  const path = url.slice(location.origin.length);
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}

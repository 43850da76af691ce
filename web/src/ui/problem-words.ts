import type {Problem} from '../api/problem';
import {has, t} from '../i18n';
import {length} from '../i18n/format';

/**
 * A problem in this page's own words, by its code. A code that we do not know has one general sentence with the trace id, by which an
 * operator finds the line in the log.
 */
export function say(problem: Problem): string {
  const {code, retryAfter, traceId} = problem;
  if (code === 'too-many-requests' && retryAfter)
    return t('problem.too-many-requests-wait', {wait: length(retryAfter * 1000)});
  if (code === 'unavailable' && retryAfter)
    return t('problem.unavailable-wait', {wait: length(retryAfter * 1000)});
  const key = `problem.${code}`;
  if (code !== 'internal' && has(key)) return (t as (key: string) => string)(key);
  return traceId ? t('problem.general-traced', {trace: traceId}) : t('problem.general');
}

/** A broken rule of a field in words: what it has to be. */
export function sayRule(code: string): string {
  const key = `rule.${code}`;
  return has(key) ? (t as (key: string) => string)(key) : t('rule.general');
}

import type {Problem} from '../api/problem';
import {t} from '../i18n';
import type {Faults} from '../ui/form';
import {sayRule} from '../ui/problem-words';
import {refusedPassword} from './password-field';

/** Whether this can be a mail address at all; the API knows better. */
export const isAddress = (text: string): boolean => /^\s*[^\s@]+@[^\s@.]+(\.[^\s@.]+)+\s*$/.test(text);

/** What to say of an address before it is sent, or nothing. */
export const addressFault = (text: string): string | undefined =>
  isAddress(text) ? undefined : t(text.trim() ? 'account.address-wrong' : 'account.address-missing');

/**
 * Broken rules of the API by the fields of a form.
 *
 * @param fields the id of the field of each member
 * @param password the id of the field that a refused password stands in
 */
export function faultsOf(
  problem: Problem,
  fields: Record<string, string>,
  password = 'password',
): Faults | undefined {
  if (problem.code === 'password-policy') return {[password]: refusedPassword(problem.members)};
  const faults: Faults = {};
  for (const {pointer, code} of problem.errors) {
    const id = fields[pointer.slice(1)];
    if (id) faults[id] = id === 'email' ? t('account.address-wrong') : sayRule(code);
  }
  return Object.keys(faults).length ? faults : undefined;
}

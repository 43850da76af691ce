/**
 * Who did what, when, from where and with what outcome: one line for each call that decides
 * something, and one for whatever happened beside it (ASVS 5.0, V16.2 and V16.3). People and
 * networks stand in it as keyed pseudonyms, the same for an address with and without an account.
 */
package clipdesk.accounts.audit;

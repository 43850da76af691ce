/**
 * What the accounts context tells: sessions that ended are refused, and of an account that was
 * deleted nothing stays. Every row about an account lies in its partition {@code ACCT#id}, or is
 * named there by one that does.
 */
package clipdesk.media.accounts;

/**
 * A forgotten password: a code to the address, a new password, every other session ended, and a
 * notice to the owner. Whether the address has an account is never told.
 */
package clipdesk.accounts.reset;

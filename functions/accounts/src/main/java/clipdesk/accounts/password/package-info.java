/**
 * What a password must be: at least 12 characters with upper and lower case, digit and symbol, no
 * white space anywhere, nothing that everybody uses. All unmet rules are named at once. And the
 * change of one by whoever knows it, which ends all sessions.
 */
package clipdesk.accounts.password;

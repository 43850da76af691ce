/**
 * Who you are: sign-up, codes by mail, sign-in, recovery, profile. Users and passwords are
 * Cognito's.
 */
package clipdesk.accounts;

/**
 * Cognito asks: which words for this code, which claims for this token. Answers within five seconds
 * from a cold start, so there is no framework and no AWS client here.
 */
package clipdesk.accounts.mail;

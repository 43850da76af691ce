/**
 * Sessions: what we keep of each beside Cognito's tokens, so that people see where they are signed
 * in (OWASP ASVS 5.0, 7.5.2); the cookie by which a browser holds one; and every way in which one,
 * or all of an account, ends, so that a session, once ended, is ended (7.4.1).
 */
package clipdesk.accounts.sessions;

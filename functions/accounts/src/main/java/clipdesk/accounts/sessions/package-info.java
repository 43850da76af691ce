/**
 * What we keep of a session beside Cognito's tokens: so that a person sees where they are signed in
 * (OWASP ASVS 5.0, 7.5.2) and that a session, once ended, is ended (7.4.1).
 */
package clipdesk.accounts.sessions;

/**
 * Sign-in and refresh: a short access token in the body, the rotating refresh token in a cookie
 * that no script can read. One refusal for a wrong password and an unknown address alike.
 */
package clipdesk.accounts.signin;

/**
 * Sessions that were ended before their access tokens expire: the gateway takes such a token until
 * then, the function behind it does not (ASVS 5.0, 7.4.1). Each context keeps the marks in a table
 * of its own and asks for them at every request with a token.
 */
package clipdesk.common.sessions;

/**
 * Who is calling: the claims of the access token that the gateway has already checked, read again
 * in the function, so that a token of another kind or another client never passes by mistake. A
 * token of a session that was ended passes the gateway until it expires, and here no more.
 */
package clipdesk.common.identity;

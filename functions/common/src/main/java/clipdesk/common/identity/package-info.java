/**
 * Who is calling: the claims of the access token that the gateway has already checked, read again
 * in the function, so that a token of another kind or another client never passes by mistake.
 */
package clipdesk.common.identity;

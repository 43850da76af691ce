/**
 * Opting in and out. Every grant and withdrawal leaves an append-only consent record; a link in a
 * mail changes nothing until its button is pressed, and one click of a mail provider is enough to
 * leave (RFC 8058).
 */
package clipdesk.newsletters.subscriptions;

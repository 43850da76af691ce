/**
 * What moves lists of subscribers in and out, and everybody's address under another key, page by
 * page, behind a queue of its own.
 */
package clipdesk.newsletters.transfers;

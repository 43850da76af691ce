/** What moves lists of subscribers in and out, page by page, behind a queue of its own. */
package clipdesk.newsletters.transfers;

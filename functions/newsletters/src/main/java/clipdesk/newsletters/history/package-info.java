/**
 * What is known of one person: for themselves, and for editors who are asked why somebody did not
 * get a mail. An address never stands in a path, and nothing here shows one.
 */
package clipdesk.newsletters.history;

/**
 * Newsletters that were sent, for everybody to read: frozen as they were sent, without anything
 * that is a reader's own. A function of its own answers, which may read and nothing else.
 */
package clipdesk.newsletters.archive;

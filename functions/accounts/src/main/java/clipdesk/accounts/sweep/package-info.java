/**
 * Once an hour: users who never confirmed are deleted, and deletions that a crash left are
 * finished.
 */
package clipdesk.accounts.sweep;

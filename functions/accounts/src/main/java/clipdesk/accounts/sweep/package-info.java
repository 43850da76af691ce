/**
 * Once an hour: users who never confirmed are deleted, deletions that a crash left are finished,
 * and a page of the table is looked through for accounts whose user is gone.
 */
package clipdesk.accounts.sweep;

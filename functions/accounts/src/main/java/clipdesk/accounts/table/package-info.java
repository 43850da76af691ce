/**
 * The Accounts table: which items there are, how their keys are made, and how values are written.
 */
package clipdesk.accounts.table;

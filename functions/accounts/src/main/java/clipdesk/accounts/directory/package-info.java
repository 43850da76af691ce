/** Cognito, seen as what accounts need of it; its exceptions end here, translated by class. */
package clipdesk.accounts.directory;

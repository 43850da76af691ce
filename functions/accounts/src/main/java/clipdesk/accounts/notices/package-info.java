/**
 * Mails that tell a person what happened to their account, and the codes of our own that prove a
 * new address; none holds what a user typed.
 */
package clipdesk.accounts.notices;

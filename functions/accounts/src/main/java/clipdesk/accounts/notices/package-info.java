/**
 * Mails that tell a person what happened to their account; none holds a code or what a user typed.
 */
package clipdesk.accounts.notices;

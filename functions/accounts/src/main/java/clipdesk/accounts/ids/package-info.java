/** How ids of sessions and verifications are drawn. */
package clipdesk.accounts.ids;

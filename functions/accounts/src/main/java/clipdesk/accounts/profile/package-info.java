/** What is kept of an account beside its user, and what its owner may see and change of that. */
package clipdesk.accounts.profile;

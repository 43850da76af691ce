/**
 * What a person may see and change of their own account, down to leaving with all traces erased.
 */
package clipdesk.accounts.profile;

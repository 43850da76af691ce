/**
 * One try to prove an address: 30 minutes to the second, five tries counted before the code is
 * compared, a cool-down between mails. Cognito makes and checks the codes; how long they count is
 * ours, and it stands in the conditions of the writes.
 */
package clipdesk.accounts.verification;

/**
 * One try to prove an address: 30 minutes to the second, five tries counted before the code is
 * compared, a cool-down between mails. Most codes are Cognito's, which makes and checks them; how
 * long each counts is ours, and it stands in the conditions of the writes. What a right code is
 * good for is a {@link clipdesk.accounts.verification.Proof} of the feature that asked for it.
 */
package clipdesk.accounts.verification;

/**
 * From a campaign to mails. The ledger row of a recipient is the truth, messages are hints: claim,
 * one call of SES, mark; a crash in between leaves a claim that the Send event resolves, and what
 * no event resolves is parked for a person. Nothing is ever sent again blindly.
 */
package clipdesk.newsletters.sending;

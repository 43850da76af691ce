/**
 * The ledger: a row for each recipient of a campaign, which is the truth about their mail, and how
 * far it is written. Every row goes on by conditional writes; whatever leaves a claim names it.
 */
package clipdesk.newsletters.deliveries;

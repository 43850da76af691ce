/** How often what happens, for alarms: codes sent, checks failed, lock-outs, late sign-outs. */
package clipdesk.accounts.tally;

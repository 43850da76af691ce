/** Who gets what mail: subscriptions with consent, campaigns, a ledger of deliveries. */
package clipdesk.newsletters;

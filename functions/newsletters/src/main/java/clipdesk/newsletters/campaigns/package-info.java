/**
 * Campaigns: written by editors in three languages, tried, then sent; every change is conditional.
 */
package clipdesk.newsletters.campaigns;

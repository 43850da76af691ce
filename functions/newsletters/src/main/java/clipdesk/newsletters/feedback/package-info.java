/**
 * What SES and the accounts context tell afterwards: sent, bounced, complained, account deleted.
 */
package clipdesk.newsletters.feedback;

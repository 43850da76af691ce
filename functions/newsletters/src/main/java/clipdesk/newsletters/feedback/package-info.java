/**
 * What SES and the accounts context tell afterwards: sent, bounced, complained; sessions ended,
 * account deleted.
 */
package clipdesk.newsletters.feedback;

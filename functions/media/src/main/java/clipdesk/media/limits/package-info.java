/**
 * What one account, or the holder of one ticket, may take in a minute and in a day. Windows are
 * fixed, counting comes before the work, and a refusal says when to come back.
 */
package clipdesk.media.limits;

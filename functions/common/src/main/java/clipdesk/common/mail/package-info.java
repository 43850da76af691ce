/**
 * Mails: what stands around them, what they say, and how they go over the wire (RFC 5322, RFC 2045
 * to 2047).
 */
package clipdesk.common.mail;

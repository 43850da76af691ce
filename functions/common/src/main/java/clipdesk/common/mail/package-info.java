/** Mails as bytes. */
package clipdesk.common.mail;

/**
 * Mail addresses, the same for every context: what one of them takes the others take, and two
 * spellings of one mailbox are one address.
 */
package clipdesk.common.addresses;

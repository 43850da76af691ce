/**
 * The published language: what one context writes and another reads, and nothing that behaves.
 * Every message has one class, which holds its record, its reader and its writer; a reader is
 * strict about what it needs and passes over what it does not know.
 *
 * <p>A member {@code v} numbers the form of a message; where it is missing the form is the first. A
 * new member needs no new number, because readers pass over it. A number that a reader does not
 * know is malformed to it: the message is kept until the reader has been updated.
 */
package clipdesk.contracts;

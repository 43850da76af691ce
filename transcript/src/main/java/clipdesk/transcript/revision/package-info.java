/**
 * What all comes to: a numbered reading of an official text with the times of its words, which
 * never changes again, and the way from the words of the one before. The same input gives the same
 * bytes.
 */
package clipdesk.transcript.revision;

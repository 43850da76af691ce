/**
 * Lays an official text on the words that were heard. Text is compared with text: what was edited
 * in the official one does no harm, and each word says how its time came about. Work is bounded
 * whatever the two texts are.
 */
package clipdesk.transcript.align;

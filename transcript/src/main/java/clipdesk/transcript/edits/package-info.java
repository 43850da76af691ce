/**
 * What an editor corrects in a reading: a list of its own, beside the text, that is applied anew to
 * every upload. Each correction is anchored by words, so that it survives lines that move.
 */
package clipdesk.transcript.edits;

/**
 * Subtitles of a transcript, whole or of a clip: cues that can be read in the time they have, and
 * the files that players take. What cannot keep to a bound is listed, not hidden.
 */
package clipdesk.transcript.cues;

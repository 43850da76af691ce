/**
 * What was said: an editor brings the official text of a video and the words that were heard, gets
 * a report, corrects; everybody reads what comes of it, as the video itself may be seen. Inputs and
 * revisions never change once they are kept; one small object a transcript says which ones count,
 * and is written on the condition of what was read.
 */
package clipdesk.media.transcripts;

/**
 * The sound of masters: copied out of them for whoever has words recognised, and listened to once,
 * so that transcripts know where somebody speaks and where nobody does.
 */
package clipdesk.media.sound;

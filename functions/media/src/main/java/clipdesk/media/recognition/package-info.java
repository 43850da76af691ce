/**
 * Words that a recogniser hears where nobody brought some: the sound is copied out of the master,
 * as AAC, handed to Amazon Transcribe once, and what it heard becomes a revision. Off unless an
 * operator turns it on.
 */
package clipdesk.media.recognition;

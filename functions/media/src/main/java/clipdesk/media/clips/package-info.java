/**
 * Asking for clips. A clip is named by the hash of what it is, so the same bite is cut once for
 * everybody; writing the request object starts the cutter, and all state is read from S3.
 */
package clipdesk.media.clips;

/**
 * Download tickets: our own link, opaque and revocable, that leads to a fresh S3 link every time it
 * is asked, so that a transfer broken off today goes on tomorrow.
 */
package clipdesk.media.downloads;

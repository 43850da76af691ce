/**
 * Sends a planned clip to its sink: all bytes through the cutter, or the middle copied inside the
 * store. Both give the same samples; they differ in what else lies between them.
 */
package clipdesk.cutter.output;

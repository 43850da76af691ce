/**
 * The way that always works: decode and encode every frame of the range with JavaCV, for whatever
 * FFmpeg can read. Exact to the frame, bounded in time, and nothing touches the disk: the master is
 * read through a window, the clip leaves in parts.
 */
package clipdesk.cutter.reencode;

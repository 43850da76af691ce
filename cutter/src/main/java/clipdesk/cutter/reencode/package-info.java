/**
 * The way that always works: decode and encode every frame of the range with JavaCV, for whatever
 * FFmpeg can read. Frame numbers are those of the master's index, or where it has none the order of
 * presentation of what its decoder shows; times are the master's own. Bounded in time, and nothing
 * touches the disk: the master is read through a window, the clip leaves in parts.
 */
package clipdesk.cutter.reencode;

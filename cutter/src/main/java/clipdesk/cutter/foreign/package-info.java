/**
 * What containers without sample tables have in common: frames that were listed one by one, with
 * times of a coarse clock, become tracks as an MP4 has them.
 */
package clipdesk.cutter.foreign;

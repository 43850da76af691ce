/**
 * The parts of ITU-T H.264 above macroblocks: NAL units, parameter sets, slice headers, SEI, and a
 * model of the decoded picture buffer. Enough to write a coded picture under other parameter sets
 * or other picture numbers without touching its samples.
 */
package clipdesk.cutter.h264;

/**
 * The boxes of ISO/IEC 14496-12 (and QuickTime's where they differ), read and written. Nothing a
 * file says is believed: every size lies inside its parent, every count fits its box before
 * anything is allocated, every sample lies inside the file. Tables are read by windows, so that a
 * cut of five minutes out of ten hours reads little of the index.
 */
package clipdesk.cutter.mp4;

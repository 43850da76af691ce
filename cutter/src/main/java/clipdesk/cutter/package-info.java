/**
 * Cuts an exact range of frames out of a master without moving the master. Every frame that can be
 * copied is copied bit for bit; only the frames between an asked point and the nearest clean point
 * are encoded again, under the master's own parameter sets, so that a decoder sees one stream. What
 * this path does not take is cut by decoding and encoding, and the {@link
 * clipdesk.cutter.report.CutReport} names the method and the reason.
 */
package clipdesk.cutter;

/**
 * What cutting H.265 by copying needs of it: which pictures decoding can start at, how such a
 * picture is made the first of a clip, and how encoded edges stand beside copied pictures under
 * parameter sets of their own (ITU-T H.265; ISO/IEC 14496-15, 8).
 */
package clipdesk.cutter.hevc;

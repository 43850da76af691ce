/**
 * H.265 as far as any reader of a container must know it: types of NAL units, the sequence
 * parameter set, {@code hvcC}, and pictures of a byte stream.
 */
package clipdesk.cutter.h265;

/**
 * MPEG-2 video (ITU-T H.262): what stands in front of its pictures, and edges that are encoded
 * under the master's own sequence header.
 */
package clipdesk.cutter.mpeg2;

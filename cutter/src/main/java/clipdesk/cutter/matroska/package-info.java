/**
 * Reads where the frames of a Matroska or WebM file lie, and when they are shown (RFC 9559, RFC
 * 8794), as the tables of an MP4 would say it: H.264 and H.265 stand in their blocks as they stand
 * in samples, so everything that cuts an MP4 cuts them too.
 */
package clipdesk.cutter.matroska;

/**
 * Reads where the pictures and the sound of an MXF file lie (SMPTE ST 377-1; OP1a, frame-wrapped),
 * as the tables of an MP4 would say it: everything that cuts an MP4 cuts them too.
 */
package clipdesk.cutter.mxf;

/**
 * Reads where the pictures and the sound of an MPEG transport stream lie (ISO/IEC 13818-1; packets
 * of 188, 192 and 204 bytes), as the tables of an MP4 would say it, and puts their pieces together
 * when they are read: everything that cuts an MP4 cuts them too.
 */
package clipdesk.cutter.transport;

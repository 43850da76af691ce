/**
 * Looks at a finished clip as a stranger would, before it is published: its header is parsed again
 * by the reader, its tables are compared with the plan, its re-encoded pictures are parsed under
 * the parameter sets of the clip. Nothing is decoded.
 */
package clipdesk.cutter.verify;

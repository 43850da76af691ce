/**
 * Looks at a finished clip as a stranger would, before it is published: its header is parsed again
 * by the reader, and its tables are compared with the plan. Nothing is decoded.
 */
package clipdesk.cutter.verify;

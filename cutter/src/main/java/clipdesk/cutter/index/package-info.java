/**
 * What is known of a master without decoding it, read from the file itself or from the cut index
 * kept beside it: made once at ingest, so that a cut reads only the part that describes its range,
 * however long the master is.
 */
package clipdesk.cutter.index;

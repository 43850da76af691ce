/**
 * The cut index kept beside a master: made once at ingest, so that a cut reads only the part that
 * describes its range, however long the master is.
 */
package clipdesk.cutter.index;

/**
 * A description was uploaded: what it says is checked, its files are looked at, and the catalogue
 * shows it, or the report says why not. The event is only a nudge: the present description counts.
 */
package clipdesk.media.ingest;

/**
 * The videos, as the ingest found them. Reading is public; an embargo needs no job, because every
 * read compares it with the clock.
 */
package clipdesk.media.catalogue;

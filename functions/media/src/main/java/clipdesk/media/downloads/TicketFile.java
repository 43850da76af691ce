package clipdesk.media.downloads;

import clipdesk.media.links.FileLinks;

/**
 * One exact version of a file that a ticket gives.
 *
 * @param clipId empty for a whole file
 * @param sha256 empty if it is not known
 */
public record TicketFile(
    String name,
    FileLinks.Place place,
    String key,
    String versionId,
    String etag,
    long sizeBytes,
    String videoId,
    String clipId,
    String sha256) {}

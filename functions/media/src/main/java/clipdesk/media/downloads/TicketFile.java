package clipdesk.media.downloads;

import clipdesk.media.links.FileLinks;
import java.util.Optional;

/**
 * One exact version of a file that a ticket gives.
 *
 * @param name ASCII, unique in the ticket; the last segment of its address
 * @param localisedName the same in the language of the person
 * @param versionId empty where the bucket keeps no versions
 * @param clipId empty for a whole file
 * @param rendition its name; empty for a clip, and in tickets of an older version
 * @param sha256 if it is known
 */
record TicketFile(
    String name,
    String localisedName,
    FileLinks.Place place,
    String key,
    Optional<String> versionId,
    String etag,
    long sizeBytes,
    String videoId,
    Optional<String> clipId,
    Optional<String> rendition,
    Optional<String> sha256) {
  FileLinks.Target target() {
    var saveAs = Optional.of(new FileLinks.SaveAs(name, localisedName));
    return new FileLinks.Target(place, key, versionId, saveAs);
  }
}

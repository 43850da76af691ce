package clipdesk.media.clips;

import clipdesk.common.stored.StoredRow;
import clipdesk.media.clips.ClipObjects.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand in the objects of a clip. Either all that answers need can be read, or {@link
 * clipdesk.common.stored.UnreadableException} says what cannot.
 */
final class StoredClip {
  private StoredClip() {}

  static Stored request(ClipId id, StoredRow row, String tag, Instant writtenAt) {
    var request = ClipRequest.parse(id, row);
    long attempt = row.number("attempt", 1, Integer.MAX_VALUE);
    // Requests of an older version have had one master only.
    long first = row.has("firstAttempt") ? row.number("firstAttempt", 1, attempt) : 1;
    return new Stored(Optional.of(request), attempt, first, tag, writtenAt);
  }

  /** Progress, or why there is none. */
  static Map<String, Object> status(StoredRow row) {
    row.number("attempt", 1, Integer.MAX_VALUE);
    row.instant("updatedAt");
    var error = row.optionalObject("error");
    error.ifPresent(
        it -> {
          it.text("code");
          it.flag("retryable");
          it.optionalText("detail");
        });
    if (error.isEmpty()) {
      row.text("phase");
      row.number("percent", 0, 100);
    }
    return row.members();
  }

  /** Of a clip that is published. */
  static Map<String, Object> report(ClipId id, StoredRow row) {
    row.require(row.text("clipId").equals(id.text()), "clipId");
    var file = row.object("file");
    file.text("name");
    file.number("sizeBytes", 1);
    file.text("contentType");
    file.text("etag");
    return row.members();
  }
}

package clipdesk.media.catalogue;

import clipdesk.common.json.MalformedJsonException;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.json.UnreadableException;
import clipdesk.common.localisation.Language;
import java.util.List;
import java.util.Map;

/**
 * The second wall of the catalogue: whatever stands in a row, either all that answers need of it
 * can be read, or it is said here, before an answer has begun. What decides who may see a video is
 * never taken for absent because it is of another kind than expected.
 */
final class ReadableRow {
  private final Video video;

  private ReadableRow(Video video) {
    this.video = video;
  }

  /**
   * @throws UnreadableException if anything in it would fail later
   */
  static Video read(String json) {
    Video video;
    try {
      video = Video.parse(json);
    } catch (MalformedJsonException e) {
      throw new UnreadableException("", "is not a JSON object");
    }
    var row = new ReadableRow(video);
    row.checkDescription();
    row.checkRelease();
    row.checkFiles();
    return video;
  }

  private void checkDescription() {
    require(ReadVideo.isId(video.videoId()), "videoId");
    require(Rfc3339.date(video.date()).isPresent(), "date");
    var description = video.description();
    requireTexts(description, "title");
    requireTexts(Video.object(description, "event"), "name");
    requireTexts(Video.object(description, "place"), "city");
    require(
        !description.containsKey("description")
            || description.get("description") instanceof Map<?, ?>,
        "description");
    requireObjects(description, "speakers");
    require(description.getOrDefault("languages", List.of()) instanceof List, "languages");
  }

  private void checkRelease() {
    var description = video.description();
    requireInstant(description, "embargoUntil");
    requireFlag(description, "announce");
    requireFlag(description, "legalBlock");
    var withdrawn = description.get("withdrawn");
    if (withdrawn != null) {
      require(withdrawn instanceof Map<?, ?>, "withdrawn");
      require(video.withdrawnAt().isPresent(), "withdrawn/at");
    }
  }

  private void checkFiles() {
    require(video.frames() > 0 && video.durationMs() >= 0, "frames");
    require(video.rateNum() > 0 && video.rateDen() > 0, "frameRate");
    require(!video.masterVersion().isEmpty(), "masterVersion");
    require(!video.master().key().isEmpty(), "master");
    requireObjects(video.row(), "tracks");
    require(
        video.tracks().stream()
            .allMatch(it -> it.get("id") instanceof String && it.get("kind") instanceof String),
        "tracks");
    requireObjects(video.row(), "renditions");
    require(
        video.renditions().stream()
            .noneMatch(it -> it.name().isEmpty() || it.file().key().isEmpty()),
        "renditions");
  }

  private static void requireTexts(Map<String, Object> owner, String name) {
    for (var language : Language.values()) {
      require(!Video.localised(owner, name, language).isEmpty(), name);
    }
  }

  private static void requireObjects(Map<String, Object> owner, String name) {
    require(
        owner.getOrDefault(name, List.of()) instanceof List<?> items
            && items.stream().allMatch(Map.class::isInstance),
        name);
  }

  private static void requireInstant(Map<String, Object> owner, String name) {
    var value = owner.get(name);
    require(
        value == null || (value instanceof String text && Rfc3339.instant(text).isPresent()), name);
  }

  private static void requireFlag(Map<String, Object> owner, String name) {
    var value = owner.get(name);
    require(value == null || value instanceof Boolean, name);
  }

  private static void require(boolean readable, String member) {
    if (!readable) {
      throw new UnreadableException(member, "is not what the ingest writes");
    }
  }
}

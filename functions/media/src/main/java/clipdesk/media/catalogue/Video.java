package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.json.Rfc3339;
import clipdesk.common.localisation.Language;
import clipdesk.contracts.catalogue.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the catalogue: the description as uploaded under {@code description}, what the ingest
 * found in the files beside it. Written by the ingest alone, which has checked every member.
 */
public record Video(Map<String, Object> row) {
  public Video {
    row = Map.copyOf(row);
  }

  public static Video parse(String json) {
    return new Video(Json.object(json));
  }

  public String json() {
    return Json.text(row);
  }

  public String videoId() {
    return text(description(), "videoId");
  }

  public String masterVersion() {
    return text(row, "masterVersion");
  }

  public String date() {
    return text(description(), "date");
  }

  public String eventId() {
    return text(object(description(), "event"), "id");
  }

  public long frames() {
    return number(row, "frames");
  }

  public long durationMs() {
    return number(row, "durationMs");
  }

  public Optional<String> startTimecode() {
    return optional(row, "startTimecode");
  }

  /** Frames per second, numerator and denominator. */
  public long rateNum() {
    return number(object(row, "frameRate"), "num");
  }

  public long rateDen() {
    return number(object(row, "frameRate"), "den");
  }

  public List<Map<String, Object>> tracks() {
    return objects(row, "tracks");
  }

  /** Ids of the tracks that a clip may have; texts are always in it. */
  public List<String> cuttableTracks() {
    return tracks().stream()
        .filter(track -> !text(track, "kind").equals("text"))
        .map(track -> text(track, "id"))
        .toList();
  }

  public StoredObject master() {
    return stored(object(row, "master"));
  }

  /** SHA-256 of the master in hex, if the store has confirmed the one that was declared. */
  public Optional<String> masterSha256() {
    return optional(object(row, "master"), "sha256");
  }

  public List<Rendition> renditions() {
    return objects(row, "renditions").stream()
        .map(
            it ->
                new Rendition(
                    text(it, "name"),
                    stored(it),
                    number(it, "bitrate"),
                    number(it, "width"),
                    number(it, "height")))
        .toList();
  }

  /** Poster and subtitles by asset name. */
  public Optional<StoredObject> asset(String name) {
    if (name.equals("preview")) {
      return optional(description(), "preview")
          .flatMap(
              preview ->
                  renditions().stream()
                      .filter(rendition -> rendition.name().equals(preview))
                      .map(Rendition::file)
                      .findFirst());
    }
    var assets = object(row, "assets");
    return assets.get(name) instanceof Map<?, ?>
        ? Optional.of(stored(object(assets, name)))
        : Optional.empty();
  }

  public Map<String, Object> assets() {
    return object(row, "assets");
  }

  public Map<String, Object> description() {
    return object(row, "description");
  }

  /** One language of a text that the ingest has seen in all three. */
  public static String localised(Map<String, Object> owner, String name, Language language) {
    return text(object(owner, name), language.tag());
  }

  public Optional<Instant> embargoUntil() {
    return optional(description(), "embargoUntil").flatMap(Rfc3339::instant);
  }

  public boolean announced() {
    return !Boolean.FALSE.equals(description().get("announce"));
  }

  public Optional<Instant> withdrawnAt() {
    return optional(object(description(), "withdrawn"), "at").flatMap(Rfc3339::instant);
  }

  public boolean blocked() {
    return description().get("legalBlock") != null
        && !Boolean.FALSE.equals(description().get("legalBlock"));
  }

  /**
   * The same video in another size or codec; one of them may be the master itself.
   *
   * @param width of its picture in pixels; 0 if that is not known
   * @param height likewise
   */
  public record Rendition(String name, StoredObject file, long bitrate, long width, long height) {}

  private static StoredObject stored(Map<String, Object> object) {
    return new StoredObject(
        text(object, "key"),
        text(object, "versionId"),
        text(object, "etag"),
        number(object, "sizeBytes"));
  }

  public static String text(Map<String, Object> owner, String name) {
    return optional(owner, name).orElse("");
  }

  private static Optional<String> optional(Map<String, Object> owner, String name) {
    return owner.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static long number(Map<String, Object> owner, String name) {
    return owner.get(name) instanceof Number number ? number.longValue() : 0;
  }

  @SuppressWarnings("unchecked") // JSON objects have text as keys
  public static Map<String, Object> object(Map<String, Object> owner, String name) {
    return owner.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
  }

  @SuppressWarnings("unchecked") // the ingest writes lists of objects
  public static List<Map<String, Object>> objects(Map<String, Object> owner, String name) {
    return owner.get(name) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }
}

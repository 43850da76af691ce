package clipdesk.journeys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An operator who puts a video into the masters bucket: the file first, its description last. */
public final class Upload {
  private static final Duration INGEST = Duration.ofSeconds(60);

  private final Stack stack;
  private final String videoId;

  public Upload(Stack stack, String videoId) {
    this.stack = stack;
    this.videoId = videoId;
  }

  /** The description of a video that breaks no rule. */
  public Map<String, Object> description() {
    var description = new LinkedHashMap<String, Object>();
    description.put("schema", 1);
    description.put("videoId", videoId);
    description.put(
        "title", languages("Press conference", "Conférence de presse", "Пресконференція"));
    description.put(
        "event",
        Map.of(
            "id",
            "2026-02-defmin",
            "name",
            languages(
                "Meeting of Defence Ministers",
                "Réunion des ministres de la Défense",
                "Зустріч міністрів оборони")));
    description.put("date", "2026-02-12");
    description.put(
        "place", Map.of("city", languages("Brussels", "Bruxelles", "Брюссель"), "country", "BE"));
    description.put("speakers", List.of());
    description.put("languages", List.of("en"));
    description.put(
        "terms", Map.of("id", "press-standard", "credit", "Courtesy of the organisation"));
    description.put("master", Map.of("file", "master.mp4"));
    description.put("renditions", List.of(Map.of("name", "hd", "file", "master.mp4")));
    description.put("audio", List.of(Map.of("index", 0, "language", "en", "role", "original")));
    return description;
  }

  public void master(Path file) {
    file("master.mp4", file);
  }

  /** Puts a file beside the master. */
  public void file(String name, Path file) {
    put(name, RequestBody.fromFile(file));
  }

  /** Puts a text beside the master, such as {@code subtitles/en.vtt}. */
  public void text(String name, String text) {
    put(name, RequestBody.fromString(text));
  }

  private void put(String name, RequestBody body) {
    try (var s3 = stack.s3()) {
      s3.putObject(put -> put.bucket(masters()).key("masters/" + videoId + "/" + name), body);
    }
  }

  /** Writes the description, which starts the ingest, and gives the ingest's report on it. */
  public Map<String, Object> describe(String json) {
    try (var s3 = stack.s3()) {
      var version =
          s3.putObject(
                  put -> put.bucket(masters()).key("masters/" + videoId + "/video.json"),
                  RequestBody.fromString(json))
              .versionId();
      return Eventually.within(
          INGEST,
          "the ingest report of " + videoId,
          () -> report().filter(report -> version.equals(report.get("sourceVersionId"))));
    }
  }

  public Map<String, Object> describe(Map<String, Object> description) {
    return describe(Api.write(description));
  }

  private Optional<Map<String, Object>> report() {
    try (var s3 = stack.s3()) {
      var bytes =
          s3.getObjectAsBytes(
              get -> get.bucket(masters()).key("ingest-reports/" + videoId + ".json"));
      return Optional.of(com.fasterxml.jackson.jr.ob.JSON.std.mapFrom(bytes.asUtf8String()));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String masters() {
    return stack.output("MastersBucket");
  }

  private static Map<String, String> languages(String en, String fr, String uk) {
    return Map.of("en", en, "fr", fr, "uk", uk);
  }
}

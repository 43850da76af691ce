package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.contracts.catalogue.Video;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as the ingest writes them: 1000 frames at 25 frames a second, two sound tracks. */
public final class SampleVideos {
  public static final String ID = "2026-02-12-ministers-presser";

  private SampleVideos() {}

  public static Video released() {
    return with(Map.of());
  }

  /** With more members of the description, such as {@code embargoUntil}. */
  public static Video with(Map<String, Object> members) {
    return with(ID, "2026-02-12", members);
  }

  public static Video with(String videoId, String date, Map<String, Object> members) {
    var description = new LinkedHashMap<String, Object>();
    description.put("schema", 1);
    description.put("videoId", videoId);
    description.put(
        "title",
        texts(
            "Press conference, Defence Ministers",
            "Conférence de presse, ministres de la Défense",
            "Пресконференція, міністри оборони"));
    description.put(
        "event", Map.of("id", "2026-02-defmin", "name", texts("Meeting", "Réunion", "Зустріч")));
    description.put("date", date);
    description.put(
        "place", Map.of("city", texts("Brussels", "Bruxelles", "Брюссель"), "country", "BE"));
    description.put("speakers", List.of());
    description.put("languages", List.of("en", "fr"));
    description.put("terms", Map.of("id", "press-standard", "credit", "Courtesy"));
    description.put("master", Map.of("file", "master.mp4", "sha256", "not-verified"));
    description.put(
        "renditions",
        List.of(
            Map.of("name", "hd-1080p25", "file", "master.mp4"),
            Map.of("name", "web", "file", "renditions/web.mp4")));
    description.put("preview", "web");
    description.putAll(members);
    var row = new LinkedHashMap<String, Object>();
    row.put("description", description);
    row.put("frames", 1000);
    row.put("durationMs", 40_000);
    row.put("frameRate", Map.of("num", 25, "den", 1));
    row.put("startTimecode", "10:00:00:00");
    row.put("masterVersion", "9f2c11d0a4be7710");
    row.put(
        "tracks",
        List.of(
            Map.of("id", "v1", "kind", "video", "codec", "h264", "width", 1920, "height", 1080),
            Map.of("id", "a1", "kind", "audio", "codec", "aac", "language", "en"),
            Map.of(
                "id",
                "a2",
                "kind",
                "audio",
                "codec",
                "aac",
                "language",
                "fr",
                "role",
                "interpretation")));
    var master = stored(videoId, "master.mp4", 5_540_000_000L);
    master.put("sha256", "b1c4");
    row.put("master", master);
    var hd = stored(videoId, "master.mp4", 5_540_000_000L);
    hd.put("name", "hd-1080p25");
    hd.put("bitrate", 20_400_000);
    var web = stored(videoId, "renditions/web.mp4", 310_000_000L);
    web.put("name", "web");
    web.put("bitrate", 700_000);
    web.put("width", 640);
    web.put("height", 360);
    row.put("renditions", List.of(hd, web));
    row.put("assets", Map.of("poster", stored(videoId, "poster.jpg", 1000)));
    // Through the text, as it comes from the table.
    return Video.read(Json.text(row));
  }

  /** The same bytes under the same key, after the old ones were purged. */
  public static Video uploadedAgain(Video video) {
    var row = Json.object(video.json());
    var master = Json.object(Json.text(row.get("master")));
    master.put("versionId", "version-after-the-purge");
    row.put("master", master);
    return Video.read(Json.text(row));
  }

  private static Map<String, Object> texts(String en, String fr, String uk) {
    return Map.of("en", en, "fr", fr, "uk", uk);
  }

  private static Map<String, Object> stored(String videoId, String file, long sizeBytes) {
    var stored = new LinkedHashMap<String, Object>();
    stored.put("key", "masters/" + videoId + "/" + file);
    stored.put("versionId", "version-of-" + file);
    stored.put("etag", "\"e7b1-661\"");
    stored.put("sizeBytes", sizeBytes);
    return stored;
  }
}
